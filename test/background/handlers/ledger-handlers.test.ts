import { expect, test } from 'vitest';
import { createLedgerHandlers, type LedgerHandlersDeps } from '../../../src/background/handlers/ledger-handlers.ts';
import { pack as packSchema } from '../../../src/model/pack/pack.ts';
import { policy as policySchema } from '../../../src/model/policy/policy.ts';
import { feedback, words } from '../../ledger/entries.ts';
import { freshLedger } from '../../ledger/fresh-ledger.ts';
import { aPack } from '../../packs/a-pack.ts';
import { accepted, extensionPage, routed } from '../routed.ts';

const app = 'https://orders.example.com';

function background(over: { status?: object } = {}) {
  const { ledger } = freshLedger();
  const flushes: string[] = [];
  const reply = { kind: 'reply', id: 'done', title: { en: 'We did it', de: 'Erledigt' }, youSaid: 'You said', weDid: 'We did' };
  const answered = { ...reply, to: { route: '/orders/{id}', choices: ['slowed'] } };
  const pack = packSchema.parse({ ...aPack, app: 'orders', guides: [...aPack.guides, answered] });
  const policy = policySchema.parse({ apps: [{ id: 'orders', name: 'Orders', origins: [app] }] });
  const deps = {
    ledger,
    upload: { flush: async (reason: string) => void flushes.push(reason), status: async () => over.status },
    policy: async () => policy,
    shelf: { packs: async () => [pack], states: async () => [] },
    languages: async () => ['de'],
    pause: { current: async () => ({ until: 'asked' }) },
  } as unknown as LedgerHandlersDeps;
  const nothing = {
    guides: [],
    tasks: [],
    prompts: [],
    openedLinks: [],
    appsWithPaths: [],
    addresses: [],
    unknownNames: 0,
    drafts: [],
  };
  const remembered = { read: async () => nothing, raw: async () => ({ mute: {} }), forget: async () => undefined };
  return { ask: routed(createLedgerHandlers(deps, remembered), policy), ledger, flushes };
}

test('erasing an entry that was never sent asks nobody; otherwise the hub is asked at once', async () => {
  const { ask, ledger, flushes } = background();
  const [never, sent] = [feedback(), feedback()];
  for (const entry of [never, words(never.id), sent]) await ledger.append({ entry });
  await ledger.markAttempt([3]);
  expect(await ask('ledger.erase', { ids: [never.id] }, extensionPage)).toEqual({ ok: true, erased: 2, atHub: [] });
  expect(flushes).toEqual([]);
  expect(await ask('ledger.erase', { ids: [sent.id] }, extensionPage)).toEqual({ ok: true, erased: 1, atHub: [sent.id] });
  expect(flushes).toEqual(['click']);
});

test('the summary has replies to the person’s feedback and titles in their language', async () => {
  const { ask, ledger } = background();
  const [mine, other] = [feedback(), feedback({ choice: 'idea' })];
  for (const entry of [mine, other]) await ledger.append({ entry });
  const { replies, pause, titles } = accepted(await ask('ledger.summary', {}, extensionPage));
  expect(replies).toEqual({ [mine.id]: { text: 'Erledigt', language: 'de' } });
  expect(titles['first-orders/search']).toEqual({ text: 'Nach Lieferant suchen', language: 'de' });
  expect(pause).toEqual({ until: 'asked' });
});

const lastError = { kind: 'timeout', where: 'hub', at: 2000 } as const;
test.each([
  ['since the last success', { lastError, lastSuccess: 1000 }, true],
  ['before the last success', { lastError, lastSuccess: 3000 }, false],
  ['and never a success', { lastError }, true],
])('the summary shows an upload error: %s', async (_, status, isReported) => {
  const { ask } = background({ status });
  expect(accepted(await ask('ledger.summary', {}, extensionPage)).sendError !== undefined).toBe(isReported);
});

test('the export has the person’s data besides the ledger', async () => {
  const { json } = accepted(await background().ask('ledger.export', {}, extensionPage));
  expect(JSON.parse(json)).toMatchObject({ format: 'cairn-ledger/1', rows: [], personalData: { mute: {} } });
});
