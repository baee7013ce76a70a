import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openModule } from './open-module.ts';

let dom: Awaited<ReturnType<typeof openModule>>;
beforeAll(async () => {
  dom = await openModule('composed-tree');
});
afterAll(() => dom.browser.close());

const inPage = `
  globalThis.names = (elements) => elements.map((one) => one.id || one.localName);
  globalThis.addRoot = (host, mode, html) => {
    const root = host.attachShadow({ mode });
    root.innerHTML = html;
    return root;
  };
  /** As a browser lets a content script see closed roots. */
  globalThis.showClosedRoots = (host, root) => {
    globalThis.chrome = { dom: { openOrClosedShadowRoot: (one) => (one === host ? root : null) } };
  };`;

async function open(html: string, prepare = ''): Promise<Page> {
  const page = await dom.open(html);
  await page.evaluate(inPage);
  if (prepare) await page.evaluate(prepare);
  return page;
}

describe('composedAncestors', () => {
  test.each<[string, string, string, string, string[]]>([
    [
      'an element of a document: itself and its ancestors',
      '<main id="main"><b id="at"></b></main>',
      '',
      'at',
      ['at', 'main', 'body', 'html'],
    ],
    [
      'an element in an open shadow root: on through the host',
      '<div id="host"></div>',
      `globalThis.at = addRoot(host, 'open', '<p id="inner"><b></b></p>').querySelector('b')`,
      'at',
      ['b', 'inner', 'host', 'body', 'html'],
    ],
    [
      'a child that fills a slot of an open root: through the slot',
      '<div id="host"><b id="at"></b></div>',
      `addRoot(host, 'open', '<p id="frame"><slot id="slot"></slot></p>')`,
      'at',
      ['at', 'slot', 'frame', 'host', 'body', 'html'],
    ],
    [
      'a child that fills a slot of a closed root that the browser shows us: through the slot',
      '<div id="host"><b id="at"></b></div>',
      `showClosedRoots(host, addRoot(host, 'closed', '<p id="frame"><slot id="slot"></slot></p>'))`,
      'at',
      ['at', 'slot', 'frame', 'host', 'body', 'html'],
    ],
    [
      'a child that fills a slot of a closed root that nobody shows us: by its parent',
      '<div id="host"><b id="at"></b></div>',
      `addRoot(host, 'closed', '<slot></slot>')`,
      'at',
      ['at', 'host', 'body', 'html'],
    ],
    [
      'a field of a form with fields named parentNode, host and assignedSlot: past those names',
      '<form id="form"><input name="parentNode"><input name="host"><input name="assignedSlot"><b id="at"></b></form>',
      '',
      'at',
      ['at', 'form', 'body', 'html'],
    ],
  ])('of %s', async (_, html, prepare, at, expected) => {
    const page = await open(html, prepare);
    expect(await page.evaluate(`names(dom.composedAncestors(${at}, { closedSlots: true }))`)).toEqual(expected);
    await page.close();
  });

  test('of an element in a frame of the same origin: on through the frame, unless frames are left out', async () => {
    const page = await open('<iframe id="frame" srcdoc="<main id=inner><b id=at></b></main>"></iframe>');
    await page.frameLocator('iframe').locator('#inner').waitFor({ state: 'attached' });
    const at = `frame.contentDocument.querySelector('#at')`;
    expect(await page.evaluate(`names(dom.composedAncestors(${at}))`)).toEqual([
      ...['at', 'inner', 'body', 'html'],
      ...['frame', 'body', 'html'],
    ]);
    expect(await page.evaluate(`names(dom.composedAncestors(${at}, { acrossFrames: false }))`)).toEqual([
      ...['at', 'inner', 'body', 'html'],
    ]);
    await page.close();
  });

  test('by default not through slots of closed roots, and of no ancestor is the browser asked for its root', async () => {
    const page = await open(
      '<div id="host"><b id="at"></b></div>',
      `showClosedRoots(host, addRoot(host, 'closed', '<slot></slot>'));
      globalThis.asked = 0;
      const { openOrClosedShadowRoot } = chrome.dom;
      chrome.dom.openOrClosedShadowRoot = (one) => { asked += 1; return openOrClosedShadowRoot(one); }`,
    );
    expect(await page.evaluate('names(dom.composedAncestors(at))')).toEqual(['at', 'host', 'body', 'html']);
    expect(await page.evaluate('asked')).toBe(0);
    await page.close();
  });

  test('with a limit: no more than that many, itself included', async () => {
    const page = await open('<main id="main"><p id="p"><b id="at"></b></p></main>');
    expect(await page.evaluate(`names(dom.composedAncestors(at, { limit: 2 }))`)).toEqual(['at', 'p']);
    await page.close();
  });
});

describe('the trees that an element is shown in', () => {
  const html = '<iframe id="frame" srcdoc="<div id=host></div>"></iframe>';
  const prepare = `globalThis.root = addRoot(frame.contentDocument.querySelector('#host'), 'open', '<b id="at"></b>')`;

  test('are its shadow root, the document of its frame and the top document, each with what holds it there', async () => {
    const page = await dom.open(html);
    await page.frameLocator('iframe').locator('#host').waitFor({ state: 'attached' });
    await page.evaluate(`${inPage};${prepare}`);
    expect(
      await page.evaluate(
        `dom.containingTrees(root.querySelector('#at')).map(({ root: tree, holder }) => [tree.nodeName, holder.id])`,
      ),
    ).toEqual([
      ['#document-fragment', 'at'],
      ['#document', 'host'],
      ['#document', 'frame'],
    ]);
    await page.close();
  });

  test('outside of its shadow root it is seen as the host of that root', async () => {
    const page = await open('<div id="host"></div>', `globalThis.root = addRoot(host, 'open', '<b id="at"></b>')`);
    expect(await page.evaluate(`dom.retarget(document, root.querySelector('#at')).id`)).toBe('host');
    expect(await page.evaluate(`dom.retarget(root, root.querySelector('#at')).id`)).toBe('at');
    await page.close();
  });
});
