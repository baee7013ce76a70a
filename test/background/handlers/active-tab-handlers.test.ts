import { expect, test } from 'vitest';
import { type ActiveTabHandlersDeps, createActiveTabHandlers } from '../../../src/background/handlers/active-tab-handlers.ts';
import { createPersonStore } from '../../../src/background/person-store.ts';
import { pack as packSchema } from '../../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../../src/model/policy/policy.ts';
import type { PackGuide } from '../../../src/packs/pack-guide.ts';
import { aPack } from '../../packs/a-pack.ts';
import { accepted, extensionPage, routed } from '../routed.ts';
import { memoryStorage } from '../storage/memory-storage.ts';

const origin = 'https://orders.example.com';
const body = 'Do it like this.';
const anchor = { role: 'button', name: 'Save' };
const walk = { kind: 'walkthrough', title: { en: 'Order', de: 'Bestellen' }, steps: [{ id: 'a', title: 'A', body, anchor }] };
const tip = { kind: 'tip', title: 'Tip', body, anchor };
const guides = [
  { ...walk, id: 'here', where: ['/orders'] },
  { ...walk, id: 'elsewhere', where: ['/products'] },
  { ...walk, id: 'not-theirs', where: ['/orders'] },
  { kind: 'checklist', id: 'week', title: 'First week', items: [{ id: 'one', title: 'One', opens: 'here' }] },
  { ...tip, id: 'tip' },
  { ...tip, id: 'other-tip', where: ['/products'] },
  { kind: 'notice', id: 'news', title: 'News', body },
  { kind: 'question', id: 'how', title: 'How?', asks: { what: 'umux-lite' } },
];

function background(over: { url?: string; isAnswering?: boolean; feedback?: boolean } = {}) {
  const { url = `${origin}/orders`, isAnswering = true, feedback = true } = over;
  const pack = packSchema.parse({ ...aPack, app: 'orders', guides });
  const policy = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: [origin] }], switches: { feedback } });
  const { items } = memoryStorage();
  const personStore = createPersonStore(items);
  const [sent, opened, recorded]: [unknown[], string[], object[]] = [[], [], []];
  const deps = {
    policy: async () => policy,
    shelf: { packs: async () => [pack], states: async () => [] },
    languages: async () => ['de'],
    personStore,
    notifyTabs: async () => undefined,
    record: async (entry: object) => (recorded.push(entry), { ok: true, id: 'x' }),
    routes: { at: async () => '/orders' },
    scripts: {
      notifyPage: async (...message: unknown[]) => {
        if (!isAnswering) throw new Error('Receiving end does not exist.');
        sent.push(message);
      },
    },
    fitting: async (_app: string, all: readonly PackGuide[]) =>
      all.filter(({ id }) => id !== 'not-theirs').map(({ id }) => `${pack.id}/${id}`),
    checklistStore: { openOnly: async (key: string) => void opened.push(key) },
    checklists: { stateOf: async () => ({ [`${pack.id}/week`]: { done: ['one'], view: 'closed' as const } }) },
    tabs: { query: async () => [{ id: 7, url }] },
  } as unknown as ActiveTabHandlersDeps;
  const ask = routed(createActiveTabHandlers(deps), policy);
  const key = (id: string) => `${pack.id}/${id}`;
  const page = async () => accepted(await ask('guides.activeTab', {}, extensionPage));
  return { ask, page, key, personStore, sent, opened, recorded, pack };
}

test('of the page in front the panel gets the walkthroughs that can be opened there, and checklists with their progress', async () => {
  const { page, key } = background();
  expect(await page()).toEqual({
    ok: true,
    app: { id: 'orders', name: 'Orders' },
    feedback: true,
    guides: [{ key: key('here'), title: { text: 'Bestellen', language: 'de' }, sample: true }],
    checklists: [{ key: key('week'), title: expect.anything(), sample: true, done: 1, total: 1 }],
    hidden: [],
  });
});

test('a page outside the policy has no app, no guides and no feedback', async () => {
  const { page, ask, key } = background({ url: 'https://elsewhere.example.com/' });
  expect(await page()).toEqual({ ok: true, feedback: false, guides: [], checklists: [], hidden: [] });
  expect((await ask('guide.open', { guide: key('here') }, extensionPage)).ok).toBe(false);
  expect((await ask('feedback.open', {}, extensionPage)).ok).toBe(false);
});

test('a walkthrough and the choices of feedback open in the page in front; a page that does not answer is reported', async () => {
  const { ask, key, sent } = background();
  expect(await ask('guide.open', { guide: key('here') }, extensionPage)).toEqual({ ok: true });
  expect(await ask('feedback.open', {}, extensionPage)).toEqual({ ok: true });
  expect(sent).toEqual([
    [7, { cairn: 'open', guide: key('here') }],
    [7, { cairn: 'open', guide: null }],
  ]);
  const silent = background({ isAnswering: false });
  expect((await silent.ask('guide.open', { guide: key('here') }, extensionPage)).ok).toBe(false);
});

test('a checklist opens there too, and that is recorded', async () => {
  const { ask, key, opened, recorded, pack } = background();
  await ask('guide.open', { guide: key('week') }, extensionPage);
  expect(opened).toEqual([key('week')]);
  const about = { pack: pack.id, version: pack.version, guide: 'week' };
  expect(recorded).toEqual([{ kind: 'guide', app: 'orders', route: '/orders', about, what: 'opened' }]);
});

test.each(['tip', 'news', 'no-such'])('what the person cannot open is refused: %s', async (id) => {
  const { ask, key } = background();
  expect((await ask('guide.open', { guide: key(id) }, extensionPage)).ok).toBe(false);
});

test('every guide that the person dismissed or muted by itself is listed as hidden, on any page, until they want it back', async () => {
  const { ask, page, key, personStore, pack } = background();
  const hide = ['tip', 'other-tip', 'how'];
  for (const guide of hide) await personStore.noteGuideEvent({ pack: pack.id, guide }, 'dismissed');
  await personStore.applyMute('guide', { guide: key('news'), now: Date.now() });
  expect((await page()).hidden.map((guide) => guide.key)).toEqual(['tip', 'other-tip', 'news', 'how'].map(key));
  for (const id of ['tip', 'other-tip', 'news', 'how']) await ask('guide.restore', { guide: key(id) }, extensionPage);
  expect((await page()).hidden).toEqual([]);
  expect(await personStore.guideHistories()).toMatchObject({ [key('tip')]: { dismissed: 0 } });
  expect((await personStore.muteState()).guides).toEqual([]);
});

test('muting everywhere or in an app hides no guide by itself, nor does an answer', async () => {
  const { page, personStore, pack } = background();
  await personStore.applyMute('hour', { now: Date.now() });
  await personStore.applyMute('app', { app: 'orders', now: Date.now() });
  await personStore.noteGuideEvent({ pack: pack.id, guide: 'how' }, 'finished');
  expect((await page()).hidden).toEqual([]);
});
