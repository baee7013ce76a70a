import type { Policy } from '../model/policy/policy.ts';
import { type FetchPackResult, fetchPack } from '../packs/fetch-pack.ts';
import { systemClock } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { enrol, storedSecret } from '../upload/enrol.ts';
import { type PolicyHub, policyHubOf } from '../upload/policy-hub.ts';

type PackAddress = { url: string; etag?: string | undefined };

/** Fetches packs. Only the policy's own hub is sent this install's secret; if it refuses the secret, a new one is asked for, once. */
export function createFetchPackWithAuth(kv: KeyValueStore<'enrolment'>, policy: () => Promise<Policy>) {
  const deps = { fetch: (...given: Parameters<typeof fetch>) => fetch(...given), clock: systemClock, kv };

  async function fetchWith(
    wanted: PackAddress,
    secret: string | undefined,
  ): Promise<{ fetched: FetchPackResult; refused: boolean }> {
    let isRefused = false;
    const watchingFetch: typeof fetch = async (...given) => {
      const answer = await fetch(...given);
      isRefused = answer.status === 401;
      return answer;
    };
    const headers = secret ? { authorization: `Bearer ${secret}` } : undefined;
    return { fetched: await fetchPack({ ...wanted, fetch: watchingFetch, headers }), refused: isRefused };
  }

  const enrolNow = async (hub: PolicyHub, refused?: string) => {
    const fresh = await enrol(deps, hub, refused);
    return fresh.ok ? fresh.secret : undefined;
  };

  return async (wanted: PackAddress): Promise<FetchPackResult> => {
    const hub = await policyHubOf(await policy());
    if (!hub || new URL(wanted.url).origin !== new URL(hub.url).origin) return fetchPack({ ...wanted, fetch: deps.fetch });
    const heldSecret = await storedSecret(kv, hub);
    const { fetched, refused } = await fetchWith(wanted, heldSecret ?? (await enrolNow(hub)));
    const newSecret = heldSecret !== undefined && refused ? await enrolNow(hub, heldSecret) : undefined;
    return newSecret ? (await fetchWith(wanted, newSecret)).fetched : fetched;
  };
}
