import { callHub, type HubAnswer, type HubCall } from './call-hub.ts';
import { type EnrolDeps, enrol, hubUrl, storedEnrolmentAt } from './enrol.ts';
import { type Setback, setbackOf } from './judge-answer.ts';
import type { PolicyHub } from './policy-hub.ts';

export type HubClientDeps = EnrolDeps;

type HubResult = { ok: true; answer: HubAnswer } | ({ ok: false } & Setback);

/** Sends a request to the hub as this install. */
export type HubClient = (call: Pick<HubCall, 'method' | 'body' | 'etag'> & { path: string }) => Promise<HubResult>;

/**
 * A client for one hub. If the hub does not know the install, or not any more, or knows it under another person than the policy names, it
 * enrols with the policy's token, once per client. A hub that does not take the new person still gets what waits.
 */
export function createHubClient(deps: HubClientDeps, hub: PolicyHub): HubClient {
  let secret: string | undefined;
  let hasEnrolled = false;

  return async ({ path, ...call }) => {
    const url = hubUrl(hub, path);
    const send = async (known: string): Promise<HubResult> => {
      const answer = await callHub(deps, { ...call, url, secret: known });
      if (answer.kind !== 'answered' || answer.status !== 401) return { ok: true, answer };
      return { ok: false, ...setbackOf(answer, { where: url, now: deps.clock.now() }) };
    };

    if (secret === undefined) {
      const known = await storedEnrolmentAt(deps.kv, hub);
      secret = known?.secret;
      if (known && known.person !== hub.person) await enrol(deps, hub, known.secret);
    }
    const result = secret === undefined ? undefined : await send(secret);
    if (result && (result.ok || hasEnrolled)) return result;
    hasEnrolled = true;
    const enrolment = await enrol(deps, hub, secret);
    if (!enrolment.ok) return enrolment;
    secret = enrolment.secret;
    return send(secret);
  };
}
