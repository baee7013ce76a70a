import { expect, test } from 'vitest';
import { createWalkSession } from '../../../src/background/walk/walk-session.ts';
import type { Pack } from '../../../src/model/pack/pack.ts';
import type { Progress } from '../../../src/model/person/progress.ts';
import { step, walkthrough } from '../../player/a-guide.ts';
import { memoryStorage } from '../storage/memory-storage.ts';

const guide = walkthrough([step('list', { at: '/list' }), step('order', { at: '/order' }), step('anywhere')]);
const packs = [{ id: guide.pack.id, guides: [guide] }] as unknown as Pack[];
const at = (id: string): Progress => ({
  app: 'orders',
  pack: 'basics',
  guide: 'walk',
  step: id,
  mode: 'guide',
  trail: [],
  at: 1,
});

interface FakeTab {
  id: number;
  active: boolean;
  openerTabId?: number;
  url: string;
}

/** A browser with these tabs, in which a walkthrough may go on. */
function aBrowser() {
  const storage = memoryStorage();
  const open = new Map<number, FakeTab>();
  const notified: (number | 'all')[] = [];
  const startWorker = () =>
    createWalkSession({
      items: storage.reopened().items,
      tabs: { get: async (id) => open.get(id) ?? Promise.reject(new Error('no such tab')) },
      notifyTab: async (tab) => notified.push(tab),
      notifyAllTabs: async () => void notified.push('all'),
    });
  let session = startWorker();
  const { items } = storage;
  return {
    items,
    step: async () => (await items.progress.get())?.step,
    notified,
    opens: (id: number, path: string, over: Partial<FakeTab> = {}) =>
      open.set(id, { id, active: true, url: `https://app.example${path}`, ...over }),
    closes: async (id: number) => {
      open.delete(id);
      await session.tabClosed(id);
    },
    restartsWorker: () => {
      session = startWorker();
    },
    /** Whether it goes on in that tab; undefined if it is not mentioned there. */
    arrives: async (id: number, app = 'orders') => (await session.inTab(app, open.get(id)!, packs))?.inThisTab,
    reports: (id: number, progress: Progress | null, take?: boolean) => session.claim(progress, take, id),
    activates: (id: number) => session.tabActivated(id),
  };
}

test('a walkthrough goes on in the tab where it began, also after the worker stopped, and is offered in any other tab of the app', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  browser.opens(2, '/list');
  expect(await browser.reports(1, at('list'), true)).toBe(true);
  browser.restartsWorker();
  expect(await browser.arrives(1)).toBe(true);
  expect(await browser.arrives(2)).toBe(false);
  expect(await browser.arrives(2, 'another-app')).toBeUndefined();
});

test('a report without `take` from another tab is refused; with it, the walkthrough moves there and the old tab is notified', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  browser.opens(2, '/list');
  await browser.reports(1, at('list'), true);
  expect(await browser.reports(2, at('order'))).toBe(false);
  expect(await browser.step()).toBe('list');
  expect(await browser.reports(2, at('order'), true)).toBe(true);
  expect(browser.notified).toEqual([1]);
  expect(await browser.reports(1, null)).toBe(false);
  expect(await browser.arrives(1)).toBe(false);
  expect(await browser.arrives(2)).toBe(true);
});

test('a walkthrough declined in a tab is not offered there again until it moves', async () => {
  const browser = aBrowser();
  for (const id of [1, 2, 3]) browser.opens(id, '/list');
  await browser.reports(1, at('list'), true);
  await browser.reports(2, null, false);
  expect(await browser.step()).toBe('list');
  expect(await browser.arrives(2)).toBeUndefined();
  expect(await browser.arrives(3)).toBe(false);
  await browser.reports(3, at('list'), true);
  expect(await browser.arrives(2)).toBe(false);
});

test('a walkthrough follows into a tab opened for its step, and comes back when that tab closes', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  await browser.reports(1, at('order'), true);
  browser.opens(2, '/order', { openerTabId: 1 });
  expect(await browser.arrives(2)).toBe(true);
  expect(browser.notified).toEqual([1]);
  expect(await browser.arrives(1)).toBe(false);
  await browser.closes(2);
  expect(browser.notified).toEqual([1, 'all']);
  expect(await browser.arrives(1)).toBe(true);
});

test.each([
  ['that its own tab did not open', '/order', undefined, 'order'],
  ['where the step does not belong', '/help', 1, 'order'],
  ['for a step that belongs to its own tab', '/list', 1, 'list'],
  ['for a step that belongs anywhere', '/order', 1, 'anywhere'],
])('a walkthrough does not follow into a tab %s', async (_name, path, openerTabId, id) => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  await browser.reports(1, at(id), true);
  browser.opens(2, path, openerTabId === undefined ? {} : { openerTabId });
  expect(await browser.arrives(2)).toBe(false);
  expect(await browser.arrives(1)).toBe(true);
});

test('after its tab closed or the browser restarted, a walkthrough goes on in the tab in front', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  await browser.reports(1, at('list'), true);
  browser.opens(2, '/list', { active: false });
  browser.opens(3, '/list');
  await browser.closes(1);
  expect(await browser.arrives(2)).toBeUndefined();
  expect(await browser.arrives(3)).toBe(true);
  await browser.items.walkOwner.reset();
  browser.notified.length = 0;
  await browser.activates(2);
  expect(browser.notified).toEqual([2]);
  browser.opens(2, '/list');
  expect(await browser.arrives(2)).toBe(true);
  await browser.activates(3);
  expect(browser.notified).toEqual([2]);
});

test('a walkthrough that ended is mentioned in no tab, and every tab is notified', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  browser.opens(2, '/list');
  await browser.reports(1, at('list'), true);
  await browser.reports(1, null);
  expect(browser.notified).toEqual(['all']);
  expect(await browser.arrives(1)).toBeUndefined();
  expect(await browser.arrives(2)).toBeUndefined();
});

test('of two reports that arrive in the wrong order the later one holds, and no report revives a walkthrough that has ended', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  const now = Date.now();
  await browser.reports(1, { ...at('list'), at: now }, true);
  await browser.reports(1, { ...at('anywhere'), at: now + 20 });
  expect(await browser.reports(1, { ...at('order'), at: now + 10 })).toBe(false);
  expect(await browser.step()).toBe('anywhere');
  await browser.reports(1, null);
  expect(await browser.reports(1, { ...at('order'), at: now - 10 })).toBe(false);
  expect(await browser.items.progress.get()).toBeNull();
  expect(await browser.reports(1, { ...at('order'), at: now - 3_600_000 })).toBe(true);
});
