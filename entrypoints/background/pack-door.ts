import type { Policy } from '../../src/model/policy.ts';
import { type Fetched, fetchPack } from '../../src/packs/fetch-pack.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Kv } from '../../src/runtime/kv.ts';
import { enrol, secretFor } from '../../src/upload/enrol.ts';

/** Fetches packs; to the policy's own hub, and to nobody else, it shows this install's secret. */
export function createPackDoor(kv: Kv, policy: () => Promise<Policy>) {
  const means = { fetch: (...given: Parameters<typeof fetch>) => fetch(...given), clock: systemClock, kv };

  return async (wanted: { url: string; etag?: string | undefined }): Promise<Fetched> => {
    const { hub } = await policy();
    if (!hub || new URL(wanted.url).origin !== new URL(hub.url).origin) return fetchPack({ ...wanted, fetch: means.fetch });
    const held = await secretFor(kv, hub);
    const fresh = held === undefined ? await enrol(means, hub) : undefined;
    const secret = held ?? (fresh?.ok ? fresh.secret : undefined);
    return fetchPack({ ...wanted, fetch: means.fetch, headers: secret ? { authorization: `Bearer ${secret}` } : undefined });
  };
}
