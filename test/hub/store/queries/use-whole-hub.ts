import { join } from 'node:path';
import { restoreBackup } from '../../../../src/hub/backup/restore-backup.ts';
import { writeBackup } from '../../../../src/hub/backup/write-backup.ts';
import { pruneDaily } from '../../../../src/hub/entries/retention/prune-daily.ts';
import { fulfilRequest } from '../../../../src/hub/fulfil-request.ts';
import { createFirstToken } from '../../../../src/hub/installs/create-first-token.ts';
import type { OpenStore } from '../../../../src/hub/store/store.ts';
import { noTelemetry } from '../../../../src/hub/telemetry/telemetry.ts';
import { signPack } from '../../../../src/packs/sign-pack.ts';
import { handClock } from '../../../runtime/hand-clock.ts';
import {
  answered,
  ask,
  bearer,
  enrolled,
  established,
  feedback,
  type HubInTest,
  hubOn,
  personHash,
  publishToken,
  send,
  shown,
  signedIn,
  wordsFor,
} from '../../hub-in-test.ts';
import { newKey, packOf } from '../../packs-in-test.ts';
import { attemptCookie, sampleProvider, signedInAtSample } from '../../sample-provider.ts';
import { silent } from '../../silent-log.ts';
import { useDrafts } from './use-drafts.ts';
import { useInbox } from './use-inbox.ts';
import { useProposals } from './use-proposals.ts';
import { useReleases } from './use-releases.ts';

const DAY_MS = 86_400_000;

interface WholeHub {
  opened: OpenStore;
  /** An empty store, into which the backup of the first is restored. */
  other: OpenStore;
  folder: string;
}

/** Does once all that a hub does with its store: every route, command and job. */
export async function useWholeHub({ opened, other, folder }: WholeHub): Promise<void> {
  const hub = hubOn(opened.store, { providers: [sampleProvider] });
  const later = (days: number) => {
    hub.clock.now = new Date(hub.clock.now.getTime() + days * DAY_MS);
  };
  await useCommands(hub);
  await createFirstToken(opened.store, hub.clock.now);
  await usePacks(hub);
  const secret = await sendEverything(hub);
  await runJobs(opened, hub.clock.now);
  later(8);
  await runJobs(opened, hub.clock.now);
  await useDesk(hub);
  await useInbox(hub);
  await useDrafts(hub);
  await useReleases(hub);
  await useProposals(hub);
  await eraseSome(hub, secret);
  later(40);
  await runJobs(opened, hub.clock.now);
  later(0.5);
  await runJobs(opened, hub.clock.now);
  await useProvider(hub);
  const file = join(folder, 'whole.backup');
  await writeBackup(opened.jobs, { file, now: hub.clock.now, onProgress: () => undefined });
  await restoreBackup(other.jobs, { file, onProgress: () => undefined });
}

/** A request that the hub refuses would not use what it is for. */
async function get(hub: HubInTest, path: string, headers: Record<string, string>): Promise<void> {
  const { status, body } = await ask(hub, `GET ${path}`, { headers });
  if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(body)}`);
}

async function sendAll(hub: HubInTest, secret: string, entries: unknown[]): Promise<void> {
  const { body } = await send(hub, secret, entries);
  const refused = body.results?.filter(({ accepted }) => !accepted) ?? [body];
  if (refused.length > 0) throw new Error(`the hub refused ${JSON.stringify(refused)}`);
}

async function useCommands({ store, clock }: HubInTest): Promise<void> {
  const context = { now: clock.now, publicUrl: 'https://cairn.example.com' };
  for (const ask of ['token', 'link', 'sign-ins'] as const) await fulfilRequest(store, { ask }, context);
  await fulfilRequest(store, { ask: 'sign-out', name: 'Nobody' }, context);
  await fulfilRequest(store, { ask: 'sign-out', id: crypto.randomUUID() }, context);
}

const about = { pack: 'orders-basics', version: 1, guide: 'how' };
const questions = [
  { kind: 'question', id: 'how', title: 'How?', asks: { what: 'words' } },
  { kind: 'question', id: 'rated', title: 'Rated?', asks: { what: 'umux-lite', about: 'Orders' } },
];

async function usePacks(hub: HubInTest): Promise<void> {
  const key = await newKey();
  for (const version of [1, 2, 2]) {
    const signed = await signPack({ ...packOf({ version }), guides: [...packOf().guides, ...questions] }, key);
    if (!signed.ok) throw new Error(JSON.stringify(signed.why));
    await ask(hub, 'POST /v1/packs', { body: signed.jws, headers: bearer(publishToken) });
  }
  await get(hub, '/v1/packs/orders-basics', bearer(await enrolled(hub)));
}

/** People with all kinds of entries, enough of them for figures and for a common name. Returns the secret of the first. */
async function sendEverything(hub: HubInTest): Promise<string> {
  const secrets: string[] = [];
  for (let nth = 0; nth < 40; nth += 1) {
    const secret = await established(hub, { person: personHash(String(nth)) });
    const one = feedback({ control: { role: 'button', fingerprint: 'A'.repeat(22) } });
    const batch = [
      ...[one, wordsFor(one.id, 'A comment.', { contact: 'A name' }), shown(), ...metGuide(nth)],
      { ...answered({ what: 'umux-lite', capabilities: 1 + (nth % 7), ease: 4 }), about: { ...about, guide: 'rated' } },
      { ...answered({ what: 'words', words: `Word ${nth}` }), about },
    ];
    for (let time = 0; time < 2; time += 1) await sendAll(hub, secret, batch);
    secrets.push(secret);
  }
  for (const path of ['/v1/names', '/v1/figures']) await get(hub, path, bearer(secrets[0]!));
  return secrets[0]!;
}

/** Somebody finishes a published guide, and every other person misses the control of its step. */
const metGuide = (nth: number) =>
  (nth % 2 === 0 ? ['finished'] : ['finished', 'missing']).map((what) =>
    shown({ what, about: { pack: 'orders-basics', version: 1, guide: 'constructor', step: 'open' } }),
  );

async function runJobs(opened: OpenStore, now: Date): Promise<void> {
  const clock = handClock(now.getTime());
  const life = new AbortController();
  const deps = { days: 30, installsPerPerson: 1, clock, log: silent, telemetry: noTelemetry, signal: life.signal };
  const ended = pruneDaily(opened, deps);
  while (clock.waiting === 0) await new Promise((done) => setImmediate(done));
  life.abort();
  await ended;
}

async function useDesk(hub: HubInTest): Promise<void> {
  const [facilitator, headers] = [await signedIn(hub), await signedIn(hub, 'Root', 'admin')];
  for (const query of ['', '?app=orders', '?choice=confused', '?limit=1', '?after=2026-11-01T00:00:00.000Z'])
    await get(hub, `/desk/api/backlog${query}`, facilitator);
  const paths = [
    'answers',
    'answers/texts?pack=orders-basics&guide=how',
    'packs',
    'guide-health',
    'me',
    'sign-ins',
    'admin/sign-ins',
    'admin/access-log',
  ];
  for (const path of paths) await get(hub, `/desk/api/${path}`, headers);
  const { body } = await ask<{ signIns?: { id: string }[] }>(hub, 'GET /desk/api/sign-ins', { headers });
  for (const { id } of body.signIns ?? []) await ask(hub, `DELETE /desk/api/sign-ins/${id}`, { headers });
  await ask(hub, 'GET /readyz');
}

async function eraseSome(hub: HubInTest, secret: string): Promise<void> {
  const one = feedback();
  const kinds = [one, wordsFor(one.id, 'A comment.'), shown(), { ...answered({ what: 'words', words: 'Unique' }), about }];
  await sendAll(hub, secret, kinds);
  for (const { id } of kinds.reverse()) await ask(hub, `DELETE /v1/entries/${id}`, { headers: bearer(secret) });
}

async function useProvider(hub: HubInTest): Promise<void> {
  await ask(hub, 'GET /desk/api/providers/sample/callback', { headers: { cookie: attemptCookie() } });
  const headers = await signedInAtSample(hub);
  hub.clock.now = new Date(hub.clock.now.getTime() + 240_000);
  await get(hub, '/desk/api/me', headers);
}
