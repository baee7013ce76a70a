import { setTimeout as pause } from 'node:timers/promises';
import { type HubProcess, startHub, urlOf } from '../../hub/hub-process.ts';
import { query, startPostgres } from '../../run/start-postgres.ts';
import { type FaultyProxy, faultyProxy, type Way } from '../../soak/faulty-proxy.ts';
import { eventually } from '../harness/eventually.ts';

/** A real hub on PostgreSQL behind a proxy, that can be broken in every way, while its store can be asked all along. */
export type BreakableHub = {
  /** Where browsers reach it: the proxy. */
  url: string;
  token: string;
  met: FaultyProxy['counts'];
  /** From now on every request meets this, or nothing. */
  fail(way: Way | undefined): void;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again, at once with another enrolment token if one is given. */
  start(token?: string): Promise<void>;
  /** Does `act`, and kills the hub when the store has committed what came of it and the hub does not know yet. */
  killAfterCommit(act: () => Promise<void>): Promise<void>;
  /** Every row in the hub's table, in order of arrival. */
  rows(): Promise<{ id: string; kind: string }[]>;
  installs(): Promise<number>;
};

export async function startBreakableHub(lifetime: AsyncDisposableStack): Promise<BreakableHub> {
  const postgres = await startPostgres();
  lifetime.defer(postgres.stop);
  const database = await postgres.createDatabase();
  // Commits wait for nothing in this cluster; for those of the hub it can be told to make them wait.
  await query(database, `alter database ${new URL(database).pathname.slice(1)} set synchronous_commit = 'on'`);
  let way: Way | undefined;
  let upstream = '';
  let hub: HubProcess | undefined;
  const proxy = await faultyProxy({ upstream: () => upstream, choose: () => way, retryAfter: 2 });
  lifetime.defer(proxy.close);

  const kill = async () => {
    hub?.child.kill('SIGKILL');
    await hub?.ended;
  };
  lifetime.defer(kill);

  const self: BreakableHub = {
    url: proxy.url,
    token: 'the-first-token-for-enrolment',
    met: proxy.counts,
    fail: (next) => (way = next),
    kill,
    async start(token = self.token) {
      self.token = token;
      hub = startHub({ DATABASE_URL: database, CAIRN_ENROL_TOKEN: token });
      upstream = await urlOf(hub);
    },
    async killAfterCommit(act) {
      await query(postgres.url, `alter system set synchronous_standby_names = 'nobody'`);
      await query(postgres.url, 'select pg_reload_conf()');
      await pause(500);
      const acted = act();
      const waits = `select 1 from pg_stat_activity where wait_event = 'SyncRep' and application_name = 'cairn-hub'`;
      const committed = async () => (await query(postgres.url, waits)).length > 0;
      await eventually(committed, () => 'The hub never came to commit anything');
      await kill();
      await query(postgres.url, 'alter system reset synchronous_standby_names');
      await query(postgres.url, 'select pg_reload_conf()');
      await acted;
      await eventually(
        async () => !(await committed()),
        () => 'The store goes on waiting',
      );
    },
    rows: async () => (await query(database, 'select id, kind from entries order by seq')) as { id: string; kind: string }[],
    installs: async () => (await query(database, 'select id from installs')).length,
  };
  await self.start();
  return self;
}
