import { expect, test } from 'vitest';
import { createWalkSession } from '../../../src/background/walk/walk-session.ts';
import type { Progress } from '../../../src/model/person/progress.ts';
import { step, walkthrough } from '../../player/a-guide.ts';

const guides = [walkthrough([step('list', { at: '/list' }), step('order', { at: '/order' }), step('anywhere')])];
const at = (id: string): Progress => ({
  app: 'orders',
  pack: 'basics',
  guide: 'walk',
  step: id,
  mode: 'guide',
  trail: [],
  at: 1,
});

/** A browser with these tabs, in which a walkthrough may go on. */
function aBrowser() {
  const stored: Record<string, unknown> = {};
  const store: { progress: Progress | null } = { progress: null };
  const open = new Map<number, { id: number; active: boolean; openerTabId?: number; url: string }>();
  const notified: (number | 'all')[] = [];
  const make = () =>
    createWalkSession({
      personStore: {
        progress: async () => store.progress,
        setProgress: async (progress) => {
          store.progress = progress;
        },
      },
      session: {
        get: async (key: string) => ({ [key]: structuredClone(stored[key]) }),
        set: async (all: object) => void Object.assign(stored, structuredClone(all)),
      } as never,
      tabs: { get: async (id: number) => open.get(id) ?? Promise.reject(new Error('no such tab')) } as never,
      notifyTab: async (tab) => notified.push(tab),
      notifyAllTabs: async () => void notified.push('all'),
    });
  const now = { running: make() };
  return {
    stored,
    held: store,
    told: notified,
    opens: (id: number, path: string, over: { active?: boolean; openerTabId?: number } = {}) =>
      open.set(id, { id, active: true, url: `https://app.example${path}`, ...over }),
    closes: async (id: number) => {
      open.delete(id);
      await now.running.tabClosed(id);
    },
    restartsWorker: () => {
      now.running = make();
    },
    arrives: async (id: number, app = 'orders') => (await now.running.inTab(app, open.get(id), guides))?.inThisTab,
    reports: (id: number, progress: Progress | null, take?: boolean) => now.running.claim(progress, take, id),
    activates: (id: number) => now.running.tabActivated(id),
  };
}

test('it goes on where it began, through a stopped worker, and is offered in any other tab', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  browser.opens(2, '/list');
  expect(await browser.reports(1, at('list'), true)).toBe(true);
  browser.restartsWorker();
  expect(await browser.arrives(1)).toBe(true);
  expect(await browser.arrives(2)).toBe(false);
  expect(await browser.arrives(2, 'another-app')).toBeUndefined();
});

test('a tab that no longer has it changes nothing; one that takes it has it, and the other hears of it', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  browser.opens(2, '/list');
  await browser.reports(1, at('list'), true);
  expect(await browser.reports(2, at('order'))).toBe(false);
  expect(browser.held.progress?.step).toBe('list');
  expect(await browser.reports(2, at('order'), true)).toBe(true);
  expect(browser.told).toEqual([1]);
  expect(await browser.reports(1, null)).toBe(false);
  expect(await browser.arrives(1)).toBe(false);
  expect(await browser.arrives(2)).toBe(true);
});

test('what was declined is not offered again, until it moves', async () => {
  const browser = aBrowser();
  for (const id of [1, 2, 3]) browser.opens(id, '/list');
  await browser.reports(1, at('list'), true);
  await browser.reports(2, null, false);
  expect(browser.held.progress?.step).toBe('list');
  expect(await browser.arrives(2)).toBeUndefined();
  expect(await browser.arrives(3)).toBe(false);
  await browser.reports(3, at('list'), true);
  expect(await browser.arrives(2)).toBe(false);
});

test('it follows into a tab that the app opens for the step, and comes back when that closes', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  await browser.reports(1, at('order'), true);
  browser.opens(2, '/order', { openerTabId: 1 });
  expect(await browser.arrives(2)).toBe(true);
  expect(browser.told).toEqual([1]);
  expect(await browser.arrives(1)).toBe(false);
  await browser.closes(2);
  expect(browser.told).toEqual([1, 'all']);
  expect(await browser.arrives(1)).toBe(true);
});

test.each([
  ['one that it did not open', '/order', undefined, 'order'],
  ['one where the step does not belong', '/help', 1, 'order'],
  ['one for a step that belongs where it is', '/list', 1, 'list'],
  ['one for a step that belongs anywhere', '/order', 1, 'anywhere'],
])('it does not follow into %s', async (_name, path, openerTabId, id) => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  await browser.reports(1, at(id), true);
  browser.opens(2, path, openerTabId === undefined ? {} : { openerTabId });
  expect(await browser.arrives(2)).toBe(false);
  expect(await browser.arrives(1)).toBe(true);
});

test('a closed tab or a restarted browser leaves it to the tab that the person looks at', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  await browser.reports(1, at('list'), true);
  browser.opens(2, '/list', { active: false });
  browser.opens(3, '/list');
  await browser.closes(1);
  expect(await browser.arrives(2)).toBeUndefined();
  expect(await browser.arrives(3)).toBe(true);
  delete browser.stored.walking;
  browser.told.length = 0;
  await browser.activates(2);
  expect(browser.told).toEqual([2]);
  browser.opens(2, '/list');
  expect(await browser.arrives(2)).toBe(true);
  await browser.activates(3);
  expect(browser.told).toEqual([2]);
});

test('the end is the end in every tab', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  browser.opens(2, '/list');
  await browser.reports(1, at('list'), true);
  await browser.reports(1, null);
  expect(browser.told).toEqual(['all']);
  expect(await browser.arrives(1)).toBeUndefined();
  expect(await browser.arrives(2)).toBeUndefined();
});

test('of two messages that changed places the later one holds, and nothing comes back from its end', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  const now = Date.now();
  await browser.reports(1, { ...at('list'), at: now }, true);
  await browser.reports(1, { ...at('anywhere'), at: now + 20 });
  expect(await browser.reports(1, { ...at('order'), at: now + 10 })).toBe(false);
  expect(browser.held.progress?.step).toBe('anywhere');
  await browser.reports(1, null);
  expect(await browser.reports(1, { ...at('order'), at: now - 10 })).toBe(false);
  expect(browser.held.progress).toBeNull();
  expect(await browser.reports(1, { ...at('order'), at: now - 3_600_000 })).toBe(true);
});

test('progress of before there were ways is taken up as guidance', async () => {
  const browser = aBrowser();
  browser.opens(1, '/list');
  const { mode: _way, trail: _trail, ...old } = at('list');
  browser.held.progress = old as Progress;
  expect(await browser.arrives(1)).toBe(true);
});
