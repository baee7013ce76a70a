import type { Clock } from '../runtime/clock.ts';
import type { Kv } from '../runtime/kv.ts';
import { askHub, type Fetch, type HubAnswer, type HubCall } from './ask-hub.ts';
import { enrol, hubUrl, type PolicyHub, secretFor } from './enrol.ts';
import { type Setback, setbackOf } from './judge-answer.ts';

export type Passed = { ok: true; answer: HubAnswer } | ({ ok: false } & Setback);

/** Asks the hub as this install. */
export type HubDoor = (call: Pick<HubCall, 'method' | 'body'> & { path: string }) => Promise<Passed>;

/** The way into a hub. An install that is not known, or not any more, enrols with the policy's token: once for each door. */
export function hubDoor(means: { fetch: Fetch; clock: Clock; kv: Kv }, hub: PolicyHub): HubDoor {
  let secret: string | undefined;
  let enrolled = false;

  return async ({ path, ...call }) => {
    const url = hubUrl(hub, path);
    const ask = async (known: string): Promise<Passed> => {
      const answer = await askHub(means, { ...call, url, secret: known });
      if (answer.kind !== 'answered' || answer.status !== 401) return { ok: true, answer };
      return { ok: false, ...setbackOf(answer, { where: url, now: means.clock.now() }) };
    };

    secret ??= await secretFor(means.kv, hub);
    const passed = secret === undefined ? undefined : await ask(secret);
    if (passed && (passed.ok || enrolled)) return passed;
    enrolled = true;
    const fresh = await enrol(means, hub, secret);
    if (!fresh.ok) return fresh;
    secret = fresh.secret;
    return ask(secret);
  };
}
