import { expect, test } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

test('an author is told whether a control is on the page, there twice, hidden or absent', async () => {
  const page = await open('orders');
  await page.setContent(
    '<!doctype html><button>Save</button><p><button>Edit</button></p><p><button>Edit</button></p><div hidden><button>Pay</button></div><dialog open aria-label="News">Text</dialog>',
  );
  const findings = await page.evaluate(() =>
    cairn.findControls(
      [...['Save', 'Edit', 'Pay', 'Gone'].map((name) => ({ role: 'button', name })), { role: 'dialog', name: 'News' }],
      document,
    ),
  );
  expect(findings).toEqual([{ is: 'found' }, { is: 'several', count: 2 }, { is: 'hidden' }, { is: 'absent' }, { is: 'found' }]);
});
