import { expect, test } from 'vitest';
import { createChecklistStore } from '../../src/background/checklist-store.ts';
import { createChecklists } from '../../src/background/checklists.ts';
import { routesOfReplies } from '../../src/background/feedback-replies.ts';
import { createContentHandlers } from '../../src/background/handlers/content-handlers.ts';
import { createPersonStore } from '../../src/background/person-store.ts';
import { createRecorder } from '../../src/background/recorder.ts';
import { pack as packSchema } from '../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../src/model/policy/policy.ts';
import { freshLedger } from '../ledger/fresh-ledger.ts';
import { aPack } from '../packs/a-pack.ts';
import { appRoutesInMemory } from './app-routes-in-memory.ts';
import { routed } from './routed.ts';
import { memoryStorage } from './storage/memory-storage.ts';

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

const rethrow = (error: unknown) => {
  throw error;
};

function background(switches = {}) {
  const { ledger } = freshLedger();
  const { items } = memoryStorage();
  const personStore = createPersonStore(items);
  const checklistStore = createChecklistStore(items);
  const notified = { tabs: 0 };
  const policy = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: [origin] }], switches });
  const routes = appRoutesInMemory({ packs: [pack], items });
  const pause = { current: async () => undefined };
  const { record, onRecorded } = createRecorder({ ledger, pause, routes, report: rethrow });
  const shelf = { packs: async () => [pack], states: async () => [] };
  const notifyTabs = async () => {
    notified.tabs += 1;
  };
  const checklists = createChecklists({ shelf, personStore, record, notifyTabs, checklistStore });
  onRecorded([checklists.onRecorded]);
  const deps = { personStore, policy: async () => policy, shelf, languages: async () => ['de'], record, routes };
  const ask = routed(createContentHandlers(deps, checklistStore, checklists), policy);
  const entries = async (kind: 'answer' | 'guide') => (await ledger.read({ kinds: [kind] })).rows.map(({ entry }) => entry);
  const replies = () => routesOfReplies(ledger, [pack]);
  return { ask, lists: () => checklists.stateOf([pack]), replies, record, personStore, notified, entries };
}

test('an answer to a question of a pack is recorded, and the question is finished', async () => {
  const { ask, personStore, entries } = background();
  const answer = { what: 'choice', option: 'phone' } as const;
  expect(await ask('answer', { route, about: about('how'), answer }, sender)).toMatchObject({ ok: true });
  expect(await entries('answer')).toMatchObject([{ app: 'orders', route, about: about('how'), answer }]);
  expect((await personStore.guideHistories())['first-orders/how']?.done).toBe(true);
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

test('answers are refused where feedback is switched off', async () => {
  const { ask } = background({ feedback: false });
  const answer = { what: 'choice', option: 'here' } as const;
  expect(await ask('answer', { route, about: about('how'), answer }, sender)).toMatchObject({ ok: false });
  expect(await ask('answer.words', { route, about: about('why') }, sender)).toMatchObject({ ok: false });
});

test('the form for a free-text answer has the title of its question in the person’s language', async () => {
  const { ask, personStore } = background();
  const opened = await ask('answer.words', { route, about: about('why') }, sender);
  expect(opened).toMatchObject({ ok: true });
  const { formKey } = opened as { formKey: string };
  expect(await personStore.form(formKey)).toMatchObject({
    about: about('why'),
    title: { text: 'Warum?', language: 'de' },
    route,
  });
});

test('a checklist counts what was recorded as finished, and is finished with its last item', async () => {
  const { ask, lists, record, personStore, notified, entries } = background();
  const list = async () => (await lists())['first-orders/first-week'];
  expect(await list()).toEqual({ done: [], view: 'closed' });

  await ask('checklist', { route, pack: 'first-orders', guide: 'first-week', view: 'folded', opened: 'read' }, sender);
  expect(await list()).toEqual({ done: ['read'], view: 'folded' });

  await record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'started' });
  expect((await list())?.done).toEqual(['read']);
  await record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'finished' });
  expect((await list())?.done).toEqual(['do', 'read']);
  expect((await personStore.guideHistories())['first-orders/first-week']?.done).toBeUndefined();

  await personStore.noteGuideEvent(about('new-order'), 'finished');
  await record({ kind: 'guide', app: 'orders', route, about: about('new-order'), what: 'finished' });
  expect((await list())?.done).toEqual(['learn', 'do', 'read']);
  expect((await personStore.guideHistories())['first-orders/first-week']?.done).toBe(true);
  const finished = (await entries('guide')).filter((entry) => entry.kind === 'guide' && entry.about.guide === 'first-week');
  expect(finished).toMatchObject([{ what: 'finished', about: about('first-week') }]);
  expect(notified.tabs).toBe(3);

  await record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'finished' });
  expect((await entries('guide')).length).toBe(2);
});

test('a walkthrough that is finished unrecorded ticks off its item, and finishes no checklist', async () => {
  const { ask, lists, record, personStore, entries } = background();
  await personStore.noteGuideEvent(about('new-order'), 'finished unrecorded');
  await record({ kind: 'task', app: 'orders', route, pack: 'first-orders', version: 7, task: 'order', what: 'finished' });
  await ask('checklist', { route, pack: 'first-orders', guide: 'first-week', opened: 'read' }, sender);
  expect((await lists())['first-orders/first-week']?.done).toEqual(['learn', 'do', 'read']);
  expect(await entries('guide')).toEqual([]);
});

test('a page outside the policy cannot change a checklist', async () => {
  const { ask, lists } = background();
  await ask('checklist', { route, pack: 'first-orders', guide: 'first-week', opened: 'read' }, elsewhere);
  expect((await lists())['first-orders/first-week']?.done).toEqual([]);
});

test('a reply is for the person whose feedback it answers, on the routes where they gave it, and is not recorded', async () => {
  const { replies, record, entries } = background();
  const feedback = { kind: 'feedback', app: 'orders' } as const;
  await record({ ...feedback, route: '/orders', choice: 'works' });
  await record({ ...feedback, route: '/orders/:id', choice: 'missing' });
  await record({ ...feedback, app: 'products', route: '/orders', choice: 'missing' });
  expect(await replies()).toEqual({});
  await record({ ...feedback, route: '/orders', choice: 'missing' });
  await record({ ...feedback, route: '/orders', choice: 'missing' });
  expect(await replies()).toEqual({ 'first-orders/heard': { routes: ['/orders'] } });
  expect(await entries('guide')).toEqual([]);
});
