import { z } from 'zod';
import { enrolReply } from '../model/hub-api/intake.ts';
import type { Clock } from '../runtime/clock.ts';
import type { KeyValueStore } from '../runtime/key-value-store.ts';
import { callHub, type Fetch } from './call-hub.ts';
import { type Setback, setbackOf } from './judge-answer.ts';
import type { PolicyHub } from './policy-hub.ts';

export interface EnrolDeps {
  fetch: Fetch;
  clock: Clock;
  kv: KeyValueStore<typeof ENROLMENT_KEY>;
}

type EnrolResult = { ok: true; secret: string } | ({ ok: false } & Setback);

const storedEnrolment = enrolReply.extend({ hub: z.string(), person: z.string().optional() });
const ENROLMENT_KEY = 'enrolment';

/** An address of the hub; the hub's own address may have a path. */
export const hubUrl = (hub: PolicyHub, path: string): string => `${hub.url.replace(/\/+$/, '')}${path}`;

/** What this hub has issued to us, and the person that it knows us by, if it has. Losing it costs a new enrolment, never an entry. */
export async function storedEnrolmentAt(
  kv: KeyValueStore<typeof ENROLMENT_KEY>,
  hub: PolicyHub,
): Promise<{ secret: string; person?: string | undefined } | undefined> {
  const parsed = storedEnrolment.safeParse(await kv.get(ENROLMENT_KEY).catch(() => undefined));
  return parsed.success && parsed.data.hub === hub.url ? parsed.data : undefined;
}

export const storedSecret = async (kv: KeyValueStore<typeof ENROLMENT_KEY>, hub: PolicyHub): Promise<string | undefined> =>
  (await storedEnrolmentAt(kv, hub))?.secret;

/**
 * Exchanges the policy's token for a secret of this install, and stores it. If another part of this install has enrolled meanwhile, its
 * secret is used: an install with two identities could not add words to its own feedback. For the same reason a refused secret is sent
 * along: a hub that knows it, because only the token was replaced, recognises the install.
 *
 * The person of the policy goes with it, and so an install whose person has changed enrols again with the secret that it has.
 *
 * @param knownSecret the secret that the hub has refused, or that it knows under another person
 */
export async function enrol(deps: EnrolDeps, hub: PolicyHub, knownSecret?: string): Promise<EnrolResult> {
  const url = hubUrl(hub, '/v1/enrol');
  const answer = await callHub(deps, {
    method: 'POST',
    url,
    body: { token: hub.token, secret: knownSecret, person: hub.person },
  });
  const reply = enrolReply.safeParse(answer.kind === 'answered' && answer.status === 200 ? answer.body : undefined);
  const secret = await storedSecret(deps.kv, hub);
  if (secret !== undefined && secret !== knownSecret) return { ok: true, secret };
  if (!reply.success) return { ok: false, ...setbackOf(answer, { where: url, now: deps.clock.now() }) };
  await deps.kv.set(ENROLMENT_KEY, { ...reply.data, hub: hub.url, person: hub.person }).catch(() => undefined);
  return { ok: true, secret: reply.data.secret };
}
