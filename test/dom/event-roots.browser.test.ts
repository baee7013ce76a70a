import { afterAll, beforeAll, expect, test } from 'vitest';
import { openModule } from './open-module.ts';

let dom: Awaited<ReturnType<typeof openModule>>;
beforeAll(async () => {
  dom = await openModule('event-roots');
});
afterAll(() => dom.browser.close());

const html = `<title>top</title><div id="host"></div><iframe id="frame" srcdoc="<title>inner</title><p id=p></p>"></iframe>`;
const start = `
  host.attachShadow({ mode: 'open' }).innerHTML = '<section></section>';
  globalThis.seen = [];
  globalThis.life = new AbortController();
  globalThis.search = dom.visitEventRoots(window, {
    window: (view, documentLifetime) => {
      seen.push('window ' + view.document.title);
      documentLifetime.addEventListener('abort', () => seen.push('window over'));
    },
    root: (root) => seen.push('root ' + (root.title ?? root.host.id)),
  }, life.signal);`;

async function openPage() {
  const page = await dom.open(html);
  await page.frameLocator('iframe').locator('#p').waitFor({ state: 'attached' });
  await page.evaluate(start);
  return page;
}

test('visits documents, frames of the same origin and open shadow roots, each once', async () => {
  const page = await openPage();
  expect(await page.evaluate('search(), seen')).toEqual([
    ...['window top', 'root top', 'root host'],
    ...['window inner', 'root inner'],
  ]);
  await page.close();
});

test('finds a shadow root that came later when it searches again', async () => {
  const page = await openPage();
  await page.evaluate(`seen.length = 0;
    const section = host.shadowRoot.querySelector('section');
    section.id = 'later';
    section.attachShadow({ mode: 'open' })`);
  expect(await page.evaluate('seen')).toEqual([]);
  expect(await page.evaluate('search(), seen')).toEqual(['root later']);
  await page.close();
});

test('a frame that loads another document begins anew, and the lifetime of its first document ends', async () => {
  const page = await openPage();
  await page.evaluate(`seen.length = 0; frame.srcdoc = '<title>other</title>'`);
  await expect.poll(() => page.evaluate('seen')).toEqual(['window over', 'window other', 'root other']);
  await page.close();
});

test('all lifetimes end with the one that was handed in', async () => {
  const page = await openPage();
  expect(await page.evaluate('seen.length = 0, life.abort(), seen')).toEqual(['window over', 'window over']);
  await page.close();
});
