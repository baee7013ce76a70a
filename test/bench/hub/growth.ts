import type { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { linkIn, startHub } from '../../hub/hub-process.ts';
import { fillTo } from './fill.ts';
import { withHubs } from './intake.ts';
import { measureJobs } from './jobs.ts';
import { ask, enrolAt, newAgent, percentile, sendBatch } from './load.ts';
import { batchBody, sampleEntries } from './sample-entries.ts';
import type { BenchStore } from './stores.ts';

export interface GrowthRow {
  store: BenchStore['name'];
  entries: number;
  /** Median times in milliseconds of the desk's requests, one after the other. */
  firstPage: number;
  poll: number;
  /** The inbox: its first page, and what was changed since. */
  inbox: number;
  inboxPoll: number;
  answers: number;
  erasure: number;
  /** The figures of a week, once, in milliseconds. */
  snapshot: number;
  /** Batches of 50 alone, and with twenty desks that poll every 1.5 s. */
  intakeP99: number;
  intakeWithDesksP99: number;
}

const ROUNDS = 40;
const DESKS = 20;
const DESK_POLL_MS = 1500;

/** Cost of requests on a store with a number of entries. */
export async function measureGrowth(store: BenchStore, entries: number): Promise<GrowthRow> {
  const snapshot = await prepare(store, entries);
  const { stderr } = await startHub(store.env, 'link').ended;
  return withHubs(
    store,
    1,
    async ([url = '']) => {
      const agent = newAgent();
      const cookie = await signIn(url, linkIn(stderr));
      const desk = (path: string) =>
        timesOf(ROUNDS, () => ask(agent, `${url}/desk/api/${path}`, { method: 'GET', headers: { cookie } }));
      const after = encodeURIComponent(new Date().toISOString());
      const row = {
        ...{ store: store.name, entries, snapshot },
        firstPage: percentile(await desk('backlog?limit=50'), 0.5),
        poll: percentile(await desk(`backlog?after=${after}`), 0.5),
        inbox: percentile(await desk('inbox?limit=50'), 0.5),
        inboxPoll: percentile(await desk(`inbox/changes?since=0&after=${after}`), 0.5),
        answers: percentile(await desk('answers'), 0.5),
        erasure: percentile(await erasures(agent, url), 0.5),
        intakeP99: percentile(await intake(agent, url), 0.99),
        intakeWithDesksP99: percentile(await withDesks(agent, { url, cookie, after }, () => intake(agent, url)), 0.99),
      };
      agent.destroy();
      return row;
    },
    // The figures of the week are there, and nothing is due: the hub has no background work beside what is measured.
    { CAIRN_KEEP_DAYS: '30', CAIRN_RELEASE_HOURS: '1' },
  );
}

async function prepare(store: BenchStore, entries: number): Promise<number> {
  const opened = await store.open();
  try {
    await fillTo(opened.store, entries);
    return await measureJobs(opened.jobs);
  } finally {
    await opened.close();
  }
}

async function timesOf(rounds: number, act: () => Promise<{ status: number; ms: number }>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { status, ms } = await act();
    if (status !== 200) throw new Error(`a request was answered ${status}`);
    times.push(ms);
  }
  return times.sort((a, b) => a - b);
}

async function signIn(url: string, link: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ token: link.split('#sign-in=')[1] });
  const answer = await fetch(`${url}/desk/api/sign-in`, { method: 'POST', headers, body });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function intake(agent: Agent, url: string): Promise<number[]> {
  const secret = await enrolAt(agent, url);
  return timesOf(ROUNDS * 2, () => sendBatch(agent, url, secret, batchBody(50)));
}

async function erasures(agent: Agent, url: string): Promise<number[]> {
  const secret = await enrolAt(agent, url);
  const entries = sampleEntries(ROUNDS) as { id: string }[];
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
  await ask(agent, `${url}/v1/entries`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ sentAt: new Date().toISOString(), entries }),
  });
  let nth = 0;
  return timesOf(ROUNDS, () =>
    ask(agent, `${url}/v1/entries/${entries[nth++]?.id}`, { method: 'DELETE', headers: { authorization: `Bearer ${secret}` } }),
  );
}

async function withDesks<T>(
  agent: Agent,
  { url, cookie, after }: { url: string; cookie: string; after: string },
  use: () => Promise<T>,
): Promise<T> {
  const poll = () =>
    void ask(agent, `${url}/desk/api/backlog?after=${after}`, { method: 'GET', headers: { cookie } }).catch(() => undefined);
  const lifetime = new AbortController();
  const desks = Array.from({ length: DESKS }, (_, nth) => pollUntil(lifetime.signal, poll, (nth * DESK_POLL_MS) / DESKS));
  try {
    return await use();
  } finally {
    lifetime.abort();
    await Promise.all(desks);
  }
}

/** Polls after a first delay, and then again and again, until the signal aborts. */
async function pollUntil(signal: AbortSignal, poll: () => void, delayMs: number): Promise<void> {
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined);
  for (await wait(delayMs); !signal.aborted; await wait(DESK_POLL_MS)) poll();
}
