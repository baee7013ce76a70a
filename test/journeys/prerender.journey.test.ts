import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from './harness/built-extension.ts';
import { eventually } from './harness/eventually.ts';
import { freshSigner } from './harness/pack.ts';
import { type ServedFile, serve } from './harness/serve.ts';
import { startUnwatchedChromium } from './harness/unwatched-chromium.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

/** What a page says of itself, again and again. */
interface Report {
  page: string;
  prerendering: boolean;
  /** Children of the document element: head, body, and an overlay if there is one. */
  children: number;
  /** How often it came back from the back/forward cache. */
  returns: number;
}

const reports: Report[] = [];
let command = '';
let chromium: Awaited<ReturnType<typeof startUnwatchedChromium>>;

const REPORT = `
  let returns = 0;
  addEventListener('pageshow', ({ persisted }) => { if (persisted) returns++; });
  const report = async () => {
    const { children } = document.documentElement;
    const said = { page: location.pathname, prerendering: document.prerendering, children: children.length, returns };
    const command = await (await fetch('/report?' + encodeURIComponent(JSON.stringify(said)))).text();
    if (command && !document.prerendering) eval(command);
  };
  setInterval(report, 100);`;
const RULES = `<script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["/second"], "eagerness": "immediate" }] }</script>`;

function answer({ pathname, search }: URL): ServedFile | undefined {
  if (pathname === '/report') {
    reports.push(JSON.parse(decodeURIComponent(search.slice(1))) as Report);
    const body = reports.at(-1)!.prerendering ? '' : command;
    if (body) command = '';
    return { type: 'text/plain', body };
  }
  if (pathname !== '/first' && pathname !== '/second') return undefined;
  const more = pathname === '/first' ? RULES : '<button type="button">Save</button>';
  const body = `<!doctype html>\n<html lang="en">\n<head><title>Orders</title></head>\n<body><h1>Orders</h1>${more}<script>${REPORT}</script></body>\n</html>`;
  return { type: 'text/html', body, headers: { 'cache-control': 'no-cache' } };
}

const step = (id: string, more: object) => ({ id, title: id, body: 'Go on.', ...more });

beforeAll(async () => {
  const [app, signer] = await Promise.all([serve(lifetime, answer), freshSigner()]);
  const steps = [
    step('first', { at: '/first', advance: { on: 'place', to: '/second' } }),
    step('second', { at: '/second', anchor: { role: 'button', name: 'Save' }, advance: { on: 'click' } }),
    step('end', {}),
  ];
  const pack = {
    ...{ format: 'cairn/1', id: 'orders', version: 1, app: 'orders', title: 'Orders', language: 'en', sample: true },
    places: ['/first', '/second'],
    guides: [{ kind: 'walkthrough', id: 'walk', title: 'Walk', steps }],
    tasks: [{ id: 'open', title: 'Open', start: '/first', finish: '/second' }],
  };
  const policy = {
    apps: [{ id: 'orders', name: 'Orders', origins: [app] }],
    packs: [{ jws: await signer.sign(pack) }],
    keys: [signer.key],
  };
  chromium = await startUnwatchedChromium({ lifetime, extension: builtExtension('chrome'), policy, url: `${app}/first` });
});

const reported = (count: number, fits: (report: Report) => boolean) =>
  eventually(
    async () => reports.filter(fits).length >= count,
    () => `The last report is ${JSON.stringify(reports.at(-1))}`,
    30_000,
  );
const stored = (area: string, key: string) => `chrome.storage.${area}.get('${key}').then((all) => all.${key}?.value)`;
const ask = {
  step: () => chromium.askWorker<string | undefined>(`${stored('local', 'progress')}.then((one) => one?.step)`),
  journeys: () => chromium.askWorker<Record<string, { route: string }>>(stored('session', 'tabJourneys')),
};
const stepIs = (id: string) =>
  eventually(
    async () => (await ask.step()) === id,
    async () => `The walkthrough is at ${await ask.step()}`,
    20_000,
  );

test('in a page that is prerendered nothing runs, counts or advances until the person goes there; a page that comes back is counted once', async () => {
  await reported(1, ({ page, children }) => page === '/first' && children === 3);
  const progress = { app: 'orders', pack: 'orders', guide: 'walk', step: 'first', mode: 'guide', trail: [], at: 1 };
  await chromium.askWorker(`chrome.storage.local.set({ progress: { version: 1, value: ${JSON.stringify(progress)} } })`);
  command = 'location.reload()';

  await reported(5, ({ page, prerendering }) => page === '/second' && prerendering);
  expect(reports.filter(({ prerendering }) => prerendering).every(({ children }) => children === 2)).toBe(true);
  expect(await ask.step()).toBe('first');
  const before = Object.entries(await ask.journeys());
  expect(before.map(([frame, { route }]) => [frame.split(':')[1], route])).toEqual([['0', '/first']]);

  command = `location.href = '/second'`;
  await reported(1, ({ page, prerendering, children }) => page === '/second' && !prerendering && children === 3);
  await stepIs('second');
  await eventually(
    async () => Object.values(await ask.journeys()).some(({ route }) => route === '/second'),
    async () => JSON.stringify(await ask.journeys()),
  );
  const visits = async () => Object.values(await ask.journeys()).filter(({ route }) => route === '/second').length;
  expect(await visits()).toBe(1);
  const keys = async () => Object.keys(await ask.journeys()).map((frame) => frame.split(':')[1]);
  expect(await keys()).toEqual(['0']);

  command = 'history.back()';
  await reported(5, ({ page, returns }) => page === '/first' && returns === 1);
  await reported(1, ({ page, returns, children }) => page === '/first' && returns === 1 && children === 3);
  expect(await ask.step()).toBe('second');
  expect(await keys()).toEqual(['0']);
});
