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
  expect(findings).toEqual([
    { is: 'found', because: 'The only button named “Save”.' },
    {
      is: 'several',
      count: 2,
      because: 'There are 2 of them on this page (button named “Edit”): say which by "under", "nextTo" or "nth".',
    },
    { is: 'hidden', because: 'It is on this page, but not shown now.' },
    { is: 'absent', because: 'There is no button named “Gone” on this page.' },
    { is: 'found' },
  ]);
});

test('an author is told why a recorded control is found, or which one is nearest and what speaks against it', async () => {
  const page = await open('orders');
  const becauses = await page.evaluate(() => {
    const save = document.querySelector('#save')!;
    const anchor = cairn.describe(save);
    const found = cairn.findControls([anchor], document);
    save.remove();
    return [...found, ...cairn.findControls([anchor], document)].map(({ because }) => because);
  });
  expect(becauses).toEqual([expect.stringMatching(/^Known by the same name/), expect.stringMatching(/the nearest is/)]);
});

test('an author is told what differs of a control that is weakened, and of the nearest one where it is missing', async () => {
  const page = await open('orders');
  await page.setContent(
    '<!doctype html><html lang="en"><h1>Customer</h1><form><p><label>Name <input></label></p><p><label>Town <input></label></p><p><label>Country <input></label></p><button type="button" id="save">Save</button><button type="button">Cancel</button></form><footer><h2>More</h2><a href="/help">Help</a></footer>',
  );
  const findings = await page.evaluate(() => {
    const save = document.querySelector('#save')!;
    const anchor = cairn.describe(save);
    const look = () => cairn.findControls([anchor], document).map(({ because: _, ...finding }) => finding);
    const before = look();
    document.querySelector('footer')!.append(save);
    const moved = look();
    save.removeAttribute('id');
    save.textContent = 'Print the whole page';
    return [...before, ...moved, ...look()];
  });
  expect(findings).toEqual([
    { is: 'found' },
    { is: 'found', isWeakened: true, differs: expect.arrayContaining(['place']) },
    { is: 'absent', nearest: { role: 'button', name: expect.any(String) }, differs: expect.arrayContaining(['name']) },
  ]);
});
