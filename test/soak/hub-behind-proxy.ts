import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { listen } from '../../src/hub/http/listen.ts';
import { openFolder } from '../../src/hub/store/open-folder.ts';
import { enrolToken, hubOn, rowsOf } from '../hub/hub-in-test.ts';
import { type FaultyProxy, faultyProxy, type Way } from './faulty-proxy.ts';

export interface HubBehindProxy {
  /** As the policy names it. */
  hub: { url: string; token: string };
  counts: FaultyProxy['counts'];
  /** Ids in the hub's table, in order of arrival. */
  ids(): Promise<string[]>;
  close(): Promise<void>;
}

/** A real hub on a store in a folder, reached over HTTP through a proxy that fails. */
export async function hubBehindProxy(choose: () => Way | undefined): Promise<HubBehindProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-soak-'));
  const opened = await openFolder(folder);
  const real = hubOn(opened.store, { now: () => new Date() });
  const listening = await listen(real.app.fetch, { host: '127.0.0.1', port: 0 });
  const proxy = await faultyProxy({ upstream: listening.url, choose });
  return {
    hub: { url: proxy.url, token: enrolToken },
    counts: proxy.counts,
    ids: async () => (await rowsOf<{ id: string }>(opened.store, sql`select id from entries order by seq`)).map(({ id }) => id),
    async close() {
      await proxy.close();
      await listening.stop(1000);
      await opened.close();
      await rm(folder, { recursive: true });
    },
  };
}
