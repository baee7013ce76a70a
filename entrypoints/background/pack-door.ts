import type { Policy } from '../../src/model/policy.ts';
import { type Fetched, fetchPack } from '../../src/packs/fetch-pack.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Kv } from '../../src/runtime/kv.ts';
import { enrol, type PolicyHub, secretFor } from '../../src/upload/enrol.ts';

type Wanted = { url: string; etag?: string | undefined };

/** Fetches packs; to the policy's own hub, and to nobody else, it shows this install's secret. */
export function createPackDoor(kv: Kv, policy: () => Promise<Policy>) {
  const means = { fetch: (...given: Parameters<typeof fetch>) => fetch(...given), clock: systemClock, kv };

  async function ask(wanted: Wanted, secret: string | undefined): Promise<{ fetched: Fetched; refused: boolean }> {
    let refused = false;
    const hearing: typeof fetch = async (...given) => {
      const answer = await fetch(...given);
      refused = answer.status === 401;
      return answer;
    };
    const headers = secret ? { authorization: `Bearer ${secret}` } : undefined;
    return { fetched: await fetchPack({ ...wanted, fetch: hearing, headers }), refused };
  }

  const secretNow = async (hub: PolicyHub, refused?: string) => {
    const fresh = await enrol(means, hub, refused);
    return fresh.ok ? fresh.secret : undefined;
  };

  return async (wanted: Wanted): Promise<Fetched> => {
    const { hub } = await policy();
    if (!hub || new URL(wanted.url).origin !== new URL(hub.url).origin) return fetchPack({ ...wanted, fetch: means.fetch });
    const held = await secretFor(kv, hub);
    const { fetched, refused } = await ask(wanted, held ?? (await secretNow(hub)));
    const anew = held !== undefined && refused ? await secretNow(hub, held) : undefined;
    return anew ? (await ask(wanted, anew)).fetched : fetched;
  };
}
