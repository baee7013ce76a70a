import { expect, test } from 'vitest';
import type { Storage } from 'webextension-polyfill';
import type { BackgroundDeps } from '../../src/background/background-deps.ts';
import { createContent } from '../../src/background/content.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { freshLedger } from '../ledger/fresh-ledger.ts';
import { aPack } from '../packs/a-pack.ts';
import { routed } from './routed.ts';

const origin = 'https://orders.example.com';
const sender = { url: `${origin}/orders`, tab: { id: 1 } };
const elsewhere = { url: 'https://elsewhere.example.com/', tab: { id: 2 } };
const route = '/orders';
const about = (guide: string) => ({ pack: 'first-orders', version: 7, guide });

const pack = packSchema.parse({
  ...aPack,
  tasks: [{ id: 'order', title: 'Order', start: '/orders/new', finish: '/orders/:id' }],
  guides: [
    ...aPack.guides,
    {
      kind: 'checklist',
      id: 'first-week',
      title: 'First week',
      items: [
        { id: 'learn', title: 'Learn', opens: 'new-order' },
        { id: 'do', title: 'Do', task: 'order', link: '/orders/new' },
        { id: 'read', title: 'Read', link: 'https://intranet.example.com/' },
      ],
    },
    {
      kind: 'question',
      id: 'how',
      title: 'How?',
      asks: {
        what: 'choice',
        options: [
          { id: 'here', text: 'Here' },
          { id: 'phone', text: 'By phone' },
        ],
      },
    },
    { kind: 'question', id: 'why', title: { en: 'Why?', de: 'Warum?' }, asks: { what: 'words' } },
    { kind: 'reply', id: 'heard', title: 'Heard', to: { route: '/orders', choices: ['missing'] }, youSaid: 'You.', weDid: 'We.' },
  ],
});

function area(): Storage.StorageArea {
  const values: Record<string, unknown> = {};
  return {
    get: async (key: string) => (key in values ? { [key]: structuredClone(values[key]) } : {}),
    set: async (given: object) => void Object.assign(values, structuredClone(given)),
    remove: async (key: string) => void delete values[key],
  } as unknown as Storage.StorageArea;
}

function background(switches = {}) {
  const { ledger } = freshLedger();
  const personStore = createPersonStore(area(), area());
  const notified = { tabs: 0 };
  const policy = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: [origin] }], switches });
  const deps = {
    personStore,
    ledger,
    policy: async () => policy,
    shelf: { packs: async () => [pack] },
    languages: async () => ['de'],
    notifyTabs: async () => {
      notified.tabs += 1;
    },
    record: async (draft: object) => {
      const id = crypto.randomUUID();
      const done = await ledger.append({ entry: { ...draft, id, at: '2026-11-02T08:00:00.000Z' } });
      return done.ok ? { ok: true, id } : { ok: false, why: done.detail };
    },
  } as unknown as BackgroundDeps;
  const { answers, own, means } = createContent(deps, area());
  const entries = async (kind: 'answer' | 'guide') => (await ledger.read({ kinds: [kind] })).rows.map(({ entry }) => entry);
  return { ask: routed(answers, policy), own: () => own([pack]), means, kept: personStore, told: notified, entries };
}

test('an answer that was asked for is recorded, and the question is over', async () => {
  const { ask, kept, entries } = background();
  const answer = { what: 'choice', option: 'phone' } as const;
  expect(await ask('answer', { route, about: about('how'), answer }, sender)).toMatchObject({ ok: true });
  expect(await entries('answer')).toMatchObject([{ app: 'orders', route, about: about('how'), answer }]);
  expect((await kept.settled())['first-orders/how']?.done).toBe(true);
});

test.each([
  ['from another site', 'how', { what: 'choice', option: 'here' }, elsewhere],
  ['to a question that nobody asks', 'whom', { what: 'choice', option: 'here' }, sender],
  ['to a guide that is no question', 'heard', { what: 'choice', option: 'here' }, sender],
  ['that is not offered', 'how', { what: 'choice', option: 'fax' }, sender],
  ['of another sort', 'how', { what: 'umux-lite', capabilities: 7, ease: 7 }, sender],
  ['in words, which a page has no business to hold', 'why', { what: 'words', words: 'Because.' }, sender],
] as const)('an answer %s is refused', async (_, guide, answer, from) => {
  const { ask, entries } = background();
  expect(await ask('answer', { route, about: about(guide), answer }, from)).toMatchObject({ ok: false });
  expect(await entries('answer')).toEqual([]);
});

test('where feedback is switched off nothing is asked', async () => {
  const { ask } = background({ feedback: false });
  const answer = { what: 'choice', option: 'here' } as const;
  expect(await ask('answer', { route, about: about('how'), answer }, sender)).toMatchObject({ ok: false });
  expect(await ask('answer.words', { route, about: about('why') }, sender)).toMatchObject({ ok: false });
});

test('a form for words knows its question, in the person’s language', async () => {
  const { ask, kept } = background();
  const opened = await ask('answer.words', { route, about: about('why') }, sender);
  expect(opened).toMatchObject({ ok: true });
  const { formKey } = opened as { formKey: string };
  expect(await kept.form(formKey)).toMatchObject({ about: about('why'), title: { text: 'Warum?', language: 'de' }, route });
});

test('a checklist counts what was really finished, and is finished with its last item', async () => {
  const { ask, own, means, kept, told, entries } = background();
  const list = async () => (await own()).checklists['first-orders/first-week'];
  expect(await list()).toEqual({ done: [], view: 'closed' });

  await ask('checklist', { route, pack: 'first-orders', guide: 'first-week', view: 'folded', opened: 'read' }, sender);
  expect(await list()).toEqual({ done: ['read'], view: 'folded' });

  await means.record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'started' });
  expect((await list())?.done).toEqual(['read']);
  await means.record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'finished' });
  expect((await list())?.done).toEqual(['do', 'read']);
  expect((await kept.settled())['first-orders/first-week']?.done).toBeUndefined();

  await kept.settle(about('new-order'), 'finished');
  await means.record({ kind: 'guide', app: 'orders', route, about: about('new-order'), what: 'finished' });
  expect((await list())?.done).toEqual(['learn', 'do', 'read']);
  expect((await kept.settled())['first-orders/first-week']?.done).toBe(true);
  const finished = (await entries('guide')).filter((entry) => entry.kind === 'guide' && entry.about.guide === 'first-week');
  expect(finished).toMatchObject([{ what: 'finished', about: about('first-week') }]);
  expect(told.tabs).toBe(3);

  await means.record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'finished' });
  expect((await entries('guide')).length).toBe(2);
});

test('a page of another site changes no checklist', async () => {
  const { ask, own } = background();
  await ask('checklist', { route, pack: 'first-orders', guide: 'first-week', opened: 'read' }, elsewhere);
  expect((await own()).checklists['first-orders/first-week']?.done).toEqual([]);
});

test('a reply is for whoever said what it answers, where they said it; nothing of that is recorded', async () => {
  const { own, means, entries } = background();
  const feedback = { kind: 'feedback', app: 'orders' } as const;
  await means.record({ ...feedback, route: '/orders', choice: 'works' });
  await means.record({ ...feedback, route: '/orders/:id', choice: 'missing' });
  await means.record({ ...feedback, app: 'products', route: '/orders', choice: 'missing' });
  expect((await own()).replies).toEqual({});
  await means.record({ ...feedback, route: '/orders', choice: 'missing' });
  await means.record({ ...feedback, route: '/orders', choice: 'missing' });
  expect((await own()).replies).toEqual({ 'first-orders/heard': { routes: ['/orders'] } });
  expect(await entries('guide')).toEqual([]);
});
