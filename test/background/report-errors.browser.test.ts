import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportErrors } from '../../src/background/report-errors.ts';
import { sharedChromium } from '../run/shared-chromium.ts';

let browser: Awaited<ReturnType<typeof sharedChromium>>;
beforeAll(async () => {
  browser = await sharedChromium();
});
afterAll(() => browser.close());

/** What is reported of a page that runs this script, up to an error of ours that ends the test. */
async function reportedOf(script: string): Promise<string[]> {
  const page = await browser.newPage();
  try {
    await page.goto('data:text/html,<div id="box" style="width:50px">Box</div>');
    return (await page.evaluate(`new Promise((done) => {
      const reported = [];
      addEventListener('errors', ({ detail }) => reported.push(detail));
      (${reportErrors.toString()})('errors');
      const script = document.createElement('script');
      script.textContent = ${JSON.stringify(script)};
      document.body.append(script);
      setTimeout(() => done(reported), 300);
    })`)) as string[];
  } finally {
    await page.close();
  }
}

test.each([
  ['an error', 'throw new TypeError("x is undefined")', ['error']],
  ['a rejection', 'Promise.reject(new Error("500"))', ['rejection']],
  ['a request that was aborted', 'const c = new AbortController(); fetch("data:,x", { signal: c.signal }); c.abort()', []],
  ['a cancellation of a library', 'Promise.reject(Object.assign(new Error("canceled"), { code: "ERR_CANCELED" }))', []],
  ['a cancellation that is a word', 'Promise.reject("cancelled")', []],
  ['a time limit that ran out', 'Promise.reject(new DOMException("timed out", "TimeoutError"))', ['rejection']],
  ['an error that refuses to be read', 'Promise.reject({ get name() { throw 1 } })', ['rejection']],
  [
    'the notice of ResizeObserver',
    'let n = 50; new ResizeObserver(() => { if (n < 60) box.style.width = ++n + "px" }).observe(box)',
    [],
  ],
])('what a page reports as an error: %s', async (_, script, kinds) => {
  expect((await reportedOf(script)).map((detail) => detail.split(' ')[0])).toEqual(kinds);
});

test('the same error has the same number, another one another', async () => {
  const numbers = await reportedOf('for (const word of ["job 1", "job 2", "sum"]) Promise.reject(new Error(word))');
  expect(numbers).toHaveLength(3);
  expect(numbers[0]).toBe(numbers[1]);
  expect(numbers[0]).not.toBe(numbers[2]);
});
