import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Postgres, query, startPostgres } from '../../run/start-postgres.ts';
import { type Endured, inMarkdown, writeBlock } from '../../soak/reliability-tables.ts';
import { feedback } from '../hub-in-test.ts';
import { enrolAt, type HubProcess, post, startHub, urlOf } from '../hub-process.ts';
import { endure, type Outcome } from './endure.ts';

/** A server of its own, because it is restarted. What it has committed survives its end, as on a server in use. */
let postgres: Postgres;
let database: string;
let hub: HubProcess;
let url: string;
const rows: Endured[] = [];
beforeAll(async () => {
  postgres = await startPostgres({ synchronous_commit: 'on', full_page_writes: 'on' });
});
beforeEach(async () => {
  database = await postgres.createDatabase();
  await start();
}, 60_000);
afterAll(async () => {
  hub.child.kill('SIGKILL');
  await hub.ended;
  await postgres.stop();
});

async function start(env: Record<string, string> = {}): Promise<void> {
  hub?.child.kill('SIGKILL');
  await hub?.ended;
  hub = startHub({ DATABASE_URL: database, ...env });
  url = await urlOf(hub);
}

const ofTheHub = `application_name = 'cairn-hub' and pid <> pg_backend_pid()`;

/** Adds the row of a fault, and compares what was acknowledged with what is stored. */
async function record(fault: string, { acknowledged }: Outcome): Promise<void> {
  const stored = (await query(database, 'select id from entries')).map(({ id }) => String(id));
  const held = new Set(stored);
  const row = {
    fault,
    entries: acknowledged.length,
    lost: acknowledged.filter((id) => !held.has(id)).length,
    twice: stored.length - held.size,
  };
  rows.push(row);
  expect(row).toEqual({ fault, entries: 200, lost: 0, twice: 0 });
  const [items] = await query(database, 'select count(*)::int as total from backlog_items');
  expect(items?.total).toBe((acknowledged.length * 3) / 5);
}

test('connections that are cut while batches are stored end neither the hub nor lose anything, and are answered with 503', async () => {
  const outcome = await endure(
    () => url,
    async () => {
      for (let cut = 0; cut < 10; cut++) {
        await query(database, `select pg_terminate_backend(pid) from pg_stat_activity where ${ofTheHub}`);
        await pause(50);
      }
    },
  );
  await record('connections to PostgreSQL cut ten times', outcome);
  expect([...outcome.statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(hub.child.exitCode).toBeNull();
});

test.each([
  ['SIGINT', 'PostgreSQL restarted'],
  ['SIGQUIT', 'PostgreSQL ended at once and recovered'],
] as const)(
  'a PostgreSQL that ends by %s and comes back loses nothing, and is answered with 503 meanwhile',
  async (signal, fault) => {
    const outcome = await endure(
      () => url,
      () => postgres.restart(signal),
    );
    await record(fault, outcome);
    expect([...outcome.statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(hub.child.exitCode).toBeNull();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  },
);

test('while PostgreSQL hangs, readiness is 503 within two seconds; afterwards the hub goes on by itself', async () => {
  const outcome = await endure(
    () => url,
    async () => {
      const goOn = await postgres.hang();
      try {
        await pause(2100); // the last answer of the store counts for two seconds
        const asked = performance.now();
        const { status } = await fetch(`${url}/readyz`);
        expect([status, performance.now() - asked < 2000]).toEqual([503, true]);
        expect((await fetch(`${url}/healthz`)).status).toBe(200);
      } finally {
        goOn();
      }
    },
  );
  await record('PostgreSQL hangs for some seconds', outcome);
  expect([...outcome.statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
});

test('batches that wait for a lock leave connections for everybody else', async () => {
  const secrets = await Promise.all(Array.from({ length: 13 }, () => enrolAt(url)));
  const holder = new pg.Client({ connectionString: database });
  await holder.connect();
  await holder.query('begin; lock table daily_usage in exclusive mode');
  const waiting = secrets.slice(1).map((secret) => {
    const sentAt = new Date().toISOString();
    return post(`${url}/v1/entries`, { sentAt, entries: [feedback({ at: sentAt })] }, secret);
  });
  const isWaiting = async () => {
    const [found] = await query(
      database,
      `select count(*)::int as total from pg_stat_activity where ${ofTheHub} and wait_event_type = 'Lock'`,
    );
    return found?.total;
  };
  await expect.poll(isWaiting).toBeGreaterThanOrEqual(6);
  const headers = { authorization: `Bearer ${secrets[0]}` };
  const asked = performance.now();
  const others = [`${url}/readyz`, `${url}/v1/packs/none`, `${url}/v1/names`].map((address) => fetch(address, { headers }));
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 404, 200]);
  expect(performance.now() - asked).toBeLessThan(2000);
  await holder.end();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(waiting.map(() => 200));
});

test('while every connection of a hub is taken, batches wait or are answered with 503, and nothing is lost', async () => {
  await start({ CAIRN_CONNECTIONS: '4' });
  const holder = new pg.Client({ connectionString: database });
  await holder.connect();
  const outcome = await endure(
    () => url,
    async () => {
      await holder.query('begin; lock table installs in access exclusive mode');
      const waiting = Array.from({ length: 8 }, () => fetch(`${url}/v1/names`, { headers: { authorization: 'Bearer nobody' } }));
      // A request that gets no connection gives up after five seconds.
      await expect.poll(() => hub.lines.some(({ msg }) => msg === 'store unreachable'), { timeout: 20_000 }).toBe(true);
      await holder.query('rollback');
      await Promise.all(waiting);
    },
  );
  await holder.end();
  await record('every connection of the hub is taken', outcome);
  expect([...outcome.statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
});

/** Puts the clock of a process forty days ahead, from its start on. */
const AHEAD = `--import=data:text/javascript,${encodeURIComponent(
  'const Real = Date, ahead = 40 * 86_400_000; globalThis.Date = class extends Real { constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); } static now() { return Real.now() + ahead; } };',
)}`;

test('a hub whose clock is forty days ahead for a while deletes nothing', async () => {
  const outcome = await endure(
    () => url,
    async () => {
      await start({ NODE_OPTIONS: AHEAD });
      await hub.logged('pruning waits: the last was days ago, or the clock has jumped');
      await start();
    },
  );
  await record('the clock of the hub is forty days ahead for a while', outcome);
});

test('a hub that is killed while it stores batches loses nothing', async () => {
  const outcome = await endure(
    () => url,
    () => start(),
  );
  await record('hub killed (SIGKILL) while it stores batches', outcome);
});

test('a hub that is told to stop under load ends with code 0 and loses nothing', async () => {
  let code: number | null = null;
  const outcome = await endure(
    () => url,
    async () => {
      hub.child.kill('SIGTERM');
      ({ code } = await hub.ended);
      await start();
    },
  );
  await record('hub told to stop (SIGTERM) under load', outcome);
  expect(code).toBe(0);
});

test('while the database reports a full disk, batches are answered with 503 and nothing of them is stored', async () => {
  const outcome = await endure(
    () => url,
    async () => {
      await query(
        database,
        `create function report_full_disk() returns trigger language plpgsql as $$ begin raise exception 'full' using errcode = 'disk_full'; end $$;
        create trigger full_disk before insert on backlog_items for each statement execute function report_full_disk()`,
      );
      const seen = async () => hub.lines.filter(({ msg }) => msg === 'store unreachable').length;
      await expect.poll(seen).toBeGreaterThan(4);
      await query(database, 'drop trigger full_disk on backlog_items');
    },
  );
  await record('the database reports a full disk', outcome);
  expect([...outcome.statuses].sort()).toEqual([200, 503]);
});

test('docs/run/reliability.md says what these tests saw', () => {
  const { before, now } = writeBlock('faults of the store', inMarkdown(rows));
  expect(now).toBe(before);
});
