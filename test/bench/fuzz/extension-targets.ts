import { storageTable } from '../../../src/background/storage/storage-table.ts';
import { createMessageRouter, type MessageHandlers, type MessageSender } from '../../../src/messaging/message-router.ts';
import { messages } from '../../../src/messaging/messages.ts';
import { batchReply, enrolReply, erasureReceipt, problem } from '../../../src/model/hub-api/intake.ts';
import { releaseDocument } from '../../../src/model/hub-api/release-document.ts';
import { createPackShelf } from '../../../src/packs/pack-shelf.ts';
import { verifyPack } from '../../../src/packs/verify-pack.ts';
import { createStoredItem } from '../../../src/runtime/stored-item.ts';
import { callHub } from '../../../src/upload/call-hub.ts';
import { judgeAnswer } from '../../../src/upload/judge-answer.ts';
import { memoryStorage } from '../../background/storage/memory-storage.ts';
import { feedback } from '../../ledger/entries.ts';
import { aPack, makeKey, packHeader, signAs } from '../../packs/a-pack.ts';
import { handClock } from '../../runtime/hand-clock.ts';
import { target } from './fuzz-target.ts';
import { mutateText, mutateValue } from './mutate.ts';
import type { Random } from './random.ts';
import { sampleOfSchema } from './sample-of-schema.ts';

const jwsTargets = [
  target('jws-text', async () => {
    const { signing, pinned } = await makeKey('key-1');
    const signed = await signAs(JSON.stringify(aPack), { alg: 'EdDSA', kid: 'key-1' }, signing);
    return {
      make: (random) => mutateText(random, random.oneIn(2) ? signed : signed.slice(0, 200)),
      run: async (jws: string) => {
        const judged = await verifyPack(jws, [pinned]);
        return judged.ok && jws !== signed && jws.split('.')[1] !== signed.split('.')[1]
          ? 'accepted a pack that nobody signed'
          : undefined;
      },
    };
  }),
  target(
    'jws-signed-content',
    async () => {
      const { signing, pinned } = await makeKey('key-1');
      return {
        make: (random) => ({
          header: mutateValue(random, { alg: 'EdDSA', kid: 'key-1' }),
          content: random.oneIn(2) ? JSON.stringify(mutateValue(random, aPack)) : mutateText(random, JSON.stringify(aPack)),
        }),
        run: async ({ header, content }: { header: unknown; content: string }) => {
          const headers = { alg: 'EdDSA', ...(typeof header === 'object' ? header : {}) };
          const jws = await signAs(content ?? 'null', headers, signing).catch(() => undefined);
          if (jws) await verifyPack(jws, [pinned]);
        },
      };
    },
    10,
  ),
];

/** What a hub that lies can bring about by a list of releases: a fault, at most, or what it has signed versions for. */
const releases = target(
  'release-document',
  async () => {
    const { signing, pinned } = await makeKey('key-1');
    const sign = (version: number) => signAs(JSON.stringify({ ...aPack, version }), packHeader('key-1'), signing);
    const signed = new Map(await Promise.all([6, 7, 8, 9].map(async (version) => [version, await sign(version)] as const)));
    const sampled = sampleOfSchema(releaseDocument);
    const real = { format: 'cairn-release/1', pack: aPack.id, isOff: false };
    const offer = (random: Random) => ({
      version: 6 + random.int(4),
      share: random.int(101),
      jws: signed.get(6 + random.int(4)),
    });
    return {
      make: (random) => {
        const document = random.oneIn(3)
          ? sampled(random)
          : mutateValue(random, { ...real, versions: [offer(random), offer(random)] });
        const text = JSON.stringify(document) ?? '';
        return random.oneIn(4) ? mutateText(random, text) : text;
      },
      run: async (text: string) => {
        const url = 'https://hub.example.com/v1/packs/first-orders';
        const { items } = memoryStorage();
        let body = JSON.stringify({ ...real, versions: [{ version: 7, share: 100, jws: signed.get(7) }] });
        const shelf = createPackShelf({
          store: { index: items.packIndex, jws: items.pack },
          policy: async () => ({ apps: [{ id: 'orders', name: 'Orders', origins: [] }], keys: [pinned], packs: [{ url }] }),
          device: async () => ({ department: undefined, bucketOf: () => 50 }),
          now: () => 0,
          fetchPack: async () => ({ ok: true, changed: true, release: body }),
        });
        await shelf.refresh();
        body = text;
        await shelf.refresh();
        const index = await items.packIndex.get();
        const held = index.packs[`orders/${aPack.id}`];
        if (!held || held.version < 7) return `went back to ${held?.version}`;
        const [state] = await shelf.states();
        return (state?.faults.length ?? 0) > 101 ? 'has more faults than anybody reads' : undefined;
      },
    };
  },
  10,
);

const entries = [feedback(), feedback()];
const repliesOf = [batchReply, enrolReply, erasureReceipt, problem].map(sampleOfSchema);
const rows = entries.map((entry, seq) => ({ seq, entry, state: 'waiting', attempts: 0 }) as never);
const STATUSES = [200, 200, 200, 201, 204, 304, 400, 401, 403, 413, 429, 500, 503] as const;

const hubReplies = target('hub-reply', () => ({
  make: (random) => {
    const body = mutateValue(random, random.pick(repliesOf)(random));
    const text = JSON.stringify(body) ?? '';
    return {
      status: random.pick(STATUSES),
      text: random.oneIn(3) ? mutateText(random, text) : text,
      retryAfter: random.pick(['1', '-1', '1e9', 'Mon, 30 Nov 2026 01:00:00 GMT', 'soon', '9'.repeat(400), '']),
    };
  },
  run: async ({ status, text, retryAfter }: { status: number; text: string; retryAfter: string }) => {
    const hasBody = status !== 204 && status !== 304;
    const response = new Response(hasBody ? text : null, { status, headers: { 'retry-after': retryAfter, date: retryAfter } });
    const call = { method: 'POST', url: 'https://hub.example.com/v1/entries' } as const;
    const answer = await callHub({ fetch: async () => response, clock: handClock() }, call);
    const judged = judgeAnswer(answer, { batch: rows, where: 'hub', now: 0 });
    if (judged.kind !== 'judged') return judged.waitMs >= 0 && judged.waitMs <= 86_400_000 ? undefined : `waits ${judged.waitMs}`;
    const reasons = judged.results.map(({ result }) => (result.accepted ? '' : result.reason));
    return reasons.some((reason) => reason.length > 200) ? 'kept a long text of the hub' : undefined;
  },
}));

const storedRows = target('stored-item', () => {
  const kinds = Object.entries(storageTable).map(([key, row]) => ({ key, row, sample: sampleOfSchema(row.schema) }));
  return {
    make: (random) => {
      const { key, row, sample } = random.pick(kinds);
      return { key, stored: mutateValue(random, { version: row.version - random.int(2), value: sample(random) }) };
    },
    run: async ({ key, stored }: { key: string; stored: unknown }) => {
      const row = storageTable[key as keyof typeof storageTable];
      const area = { get: async () => ({ [key]: stored }), set: async () => undefined, remove: async () => undefined };
      const item = createStoredItem<unknown>({ ...(row as object), area, key, onInvalid: () => undefined } as never);
      const value = await item.get();
      return row.schema.safeParse(value).success ? undefined : `gave an invalid value of ${key}`;
    },
  };
});

const SENDERS: readonly MessageSender[] = [
  { id: 'ours', url: 'https://orders.example.com/a', frameId: 0, tab: { id: 1, url: 'https://orders.example.com/b' } },
  { id: 'ours', url: 'chrome-extension://ours/panel.html' },
  { id: 'ours', url: 'https://orders.example.com/a', frameId: 3, tab: { id: 1, url: 'about:blank' } },
  { id: 'other', url: 'https://evil.example' },
];

const routerMessages = target('message', () => {
  const handlers = new Proxy({}, { get: () => async () => ({ ok: true }) }) as MessageHandlers;
  const app = { id: 'orders', name: 'Orders', origins: ['https://orders.example.com'] };
  const route = createMessageRouter(handlers, {
    identity: { id: 'ours', origin: 'chrome-extension://ours/' },
    appAt: async (url) => (url.startsWith('https://orders.example.com') ? app : undefined),
    onRefused: () => undefined,
  });
  const bodies = Object.entries(messages).map(([name, { body }]) => ({ name, sample: sampleOfSchema(body) }));
  return {
    make: (random) => {
      const { name, sample } = random.pick(bodies);
      return { message: mutateValue(random, { name, body: sample(random) }), sender: random.pick(SENDERS) };
    },
    run: async ({ message, sender }: { message: unknown; sender: MessageSender }) => void (await route(message, sender)),
  };
});

export const extensionTargets = [...jwsTargets, releases, hubReplies, storedRows, routerMessages];
