import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fact, FactOf } from '../../../src/friction/facts.ts';
import type { Finding } from '../../../src/friction/finding.ts';
import { repeatedInvalid } from '../../../src/friction/journey/judge/repeated-invalid.ts';
import { sharedChromium } from '../../run/shared-chromium.ts';
import { bundle, openWatched } from '../corpus/open.ts';
import { findingsOf } from '../judge-story.ts';

/** A form whose script asks with every key whether it can be sent already, and one that marks a field while it is typed in. */
const order = `<!doctype html><title>Order</title>
<form id="asked"><input id="reference" minlength="6" required><input id="amount" required><button>Save</button></form>
<form id="marked" novalidate><input id="email"><button type="button" id="send">Send</button></form>
<form id="bare"><input id="sole" required></form>
<form id="scripted"><input id="code" required><a id="go">Go</a></form>
<form id="suggested"><input id="place" role="combobox" aria-expanded="true" required><button>Send</button></form>
<ul role="listbox"><li role="option" id="option">Express</li></ul>
<button type="button" id="other">Totals</button><output></output>
<script>
  const ask = () => { asked.querySelector('button').title = asked.checkValidity() ? '' : 'Not complete yet'; };
  asked.addEventListener('input', ask);
  asked.addEventListener('keyup', () => setTimeout(ask, 120));
  if (location.search === '?timer') setInterval(ask, 400);
  option.addEventListener('click', () => { ask(); document.querySelector('output').textContent = 'Express'; });
  other.addEventListener('click', () => { document.querySelector('output').textContent = 'Sum'; });
  code.addEventListener('keydown', ({ key }) => key === 'Enter' && scripted.reportValidity());
  place.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); suggested.checkValidity(); } });
  email.addEventListener('input', () => email.setAttribute('aria-invalid', String(!/^.+@.+[.].+[a-z]$/.test(email.value))));
  send.addEventListener('click', () => setTimeout(() => { email.removeAttribute('aria-invalid'); setTimeout(() => email.setAttribute('aria-invalid', 'true'), 20); }, 60));
</script>`;
const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(order));
let browser: Awaited<ReturnType<typeof sharedChromium>>;
let watch: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  [browser, watch] = [await sharedChromium(), await bundle('watch-and-name.ts')];
});
afterAll(async () => {
  await browser.close();
  server.close();
});

type Reported = Partial<Finding> & Partial<Fact>;

/** How many fields are refused, and what is found, while somebody acts. */
async function reportedBy(act: (page: Page) => Promise<void>, query = ''): Promise<{ refused: number; signals: string[] }> {
  const { page, reported } = await openWatched(await browser.newContext(), watch);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/order${query}`);
  await act(page);
  await page.waitForTimeout(400);
  const all = reported as unknown as Reported[];
  const refusals = all.filter(({ is }) => is === 'invalid') as FactOf<'invalid'>[];
  await page.context().close();
  const found = [...all, ...findingsOf(repeatedInvalid, refusals)].flatMap(({ signal }) => (signal ? [signal] : []));
  return { refused: new Set(refusals.map(({ field }) => field)).size, signals: found };
}

test('a script that only asks whether fields are valid refuses none, and makes no press fail', { timeout: 60_000 }, async () => {
  const found = await reportedBy(async (page) => {
    await page.click('#reference');
    await page.keyboard.type('SO-1', { delay: 350 });
    await page.click('#option');
    await page.waitForTimeout(300);
  });
  expect(found).toEqual({ refused: 0, signals: [] });
});

test('a script that asks all the time refuses none, not even right after a press', { timeout: 60_000 }, async () => {
  const found = await reportedBy(async (page) => {
    await page.waitForTimeout(3500); // until the page is known to do so
    await page.click('#other');
    await page.waitForTimeout(1500);
  }, '?timer');
  expect(found).toEqual({ refused: 0, signals: [] });
});

test.each([
  ['that is valid in the end', 'a@b.c-d', 0],
  ['that is left as it is', 'a@b.c-', 1],
])('a mark comes and goes while somebody types a text %s', { timeout: 60_000 }, async (_, text, refusals) => {
  const { refused } = await reportedBy(async (page) => {
    await page.click('#email');
    await page.keyboard.type(text, { delay: 200 });
    await page.keyboard.press('Tab');
  });
  expect(refused).toBe(refusals);
});

test.each([
  ['pressed', (page: Page) => page.click('#asked button')],
  [
    'sent by Enter',
    async (page: Page) => {
      await page.click('#reference');
      await page.keyboard.press('Enter');
    },
  ],
])('a form that the browser refuses when it is %s refuses its fields', { timeout: 60_000 }, async (_, send) => {
  expect(await reportedBy(send)).toEqual({ refused: 2, signals: ['error-click'] });
});

test.each([
  ['of a form without a button, which the browser refuses,', '#sole', 1],
  ['where a script asks the browser to show what is wrong', '#code', 1],
  ['that chooses a suggestion, where a script asks whether the form is complete,', '#place', 0],
])('Enter in a field %s is taken for what it is', { timeout: 60_000 }, async (_, field, refusals) => {
  const { refused } = await reportedBy(async (page) => {
    await page.click(field);
    await page.keyboard.press('Enter');
  });
  expect(refused).toBe(refusals);
});

test('a page that marks a field after a press refuses it, though the person has just typed', { timeout: 60_000 }, async () => {
  const { refused, signals } = await reportedBy(async (page) => {
    await page.click('#email');
    await page.keyboard.type('a', { delay: 30 });
    await page.click('#send');
    await page.waitForTimeout(300);
  });
  expect(refused).toBe(1);
  expect(signals).not.toContain('repeated-invalid');
});
