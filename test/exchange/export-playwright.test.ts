import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { exportPlaywright } from '../../src/exchange/export-playwright.ts';
import { aWalkthrough } from './a-walkthrough.ts';

const { text, losses } = exportPlaywright(aWalkthrough, 'en', 'https://orders.example');

/** The test is run with a page that notes what is done with it. */
async function played(source: string): Promise<string[]> {
  const done: string[] = [];
  const locator = (name: string): unknown =>
    new Proxy(
      {},
      {
        get: (_, act: string) =>
          act === 'then'
            ? undefined
            : act === 'nth'
              ? (n: number) => locator(`${name} ${n}`)
              : (value?: unknown) => void done.push(`${act} ${name} ${typeof value === 'string' ? value : ''}`.trim()),
      },
    );
  const page = {
    goto: (url: string) => done.push(`goto ${url}`),
    getByRole: (role: string, { name = '' } = {}) => locator(`${role} ${name}`.trim()),
    waitForURL: (test: (url: string) => boolean) =>
      done.push(`url ${test('https://orders.example/orders/7')} ${test('https://orders.example/orders')}`),
  };
  const body = stripTypeScriptTypes(source).replace(/^import .*$/m, '');
  const run = (_title: string, act: (deps: { page: typeof page }) => Promise<void>) => act({ page });
  await new Function('test', 'expect', `return ${body.trim()}`)(run, (one: unknown) => one);
  return done;
}

test('each step that Playwright can do is done with the control that it names', async () => {
  expect(await played(text)).toEqual([
    'goto https://orders.example/orders',
    'hover button More',
    'click button New "order"',
    'fill textbox Amount 12',
    'click combobox Terms',
    'click option Net 30',
    'dblclick row Open',
    'dragTo listitem Card',
    'click button',
    'toBeVisible status Saved',
    'toBeHidden dialog Draft',
    'click button Back',
    'url true false',
  ]);
});

test('what it cannot do is a comment at its step, and listed', () => {
  expect(losses).toEqual([
    'Step 7 (file): the file that is chosen.',
    'Step 8 (unnamed): the name of its control: it is found only if it is the one button of the page.',
  ]);
  expect(text).toContain('  // Not in this test: the file that is chosen.');
});

test('a text with quotes, line ends and code in it stays a text', async () => {
  const title = 'A"\n\u2028); globalThis.taken = true; //';
  const hostile = {
    ...aWalkthrough,
    title,
    steps: [{ ...aWalkthrough.steps[1]!, title, anchor: { role: 'button', name: title } }],
  };
  expect(await played(exportPlaywright(hostile, 'en', '').text)).toEqual([`click button ${title}`]);
  expect(globalThis).not.toHaveProperty('taken');
});
