import { base64url } from 'jose';
import type { Policy } from '../model/policy/policy.ts';
import { createKeyedHash } from '../runtime/keyed-hash.ts';

/** The hub that the policy names. */
export interface PolicyHub {
  url: string;
  token: string;
  /** The hash of the person whom the policy names. */
  person?: string | undefined;
}

/** The hub of a policy, with the person as the hub may know them. The pseudonym itself never leaves the device. */
export async function policyHubOf({ hub, privacy }: Pick<Policy, 'hub' | 'privacy'>): Promise<PolicyHub | undefined> {
  if (!hub || privacy.hashKey === undefined || privacy.person === undefined) return hub;
  return { ...hub, person: await hashPerson(privacy.hashKey, privacy.person) };
}

/** HMAC-SHA-256 with the key that the hub does not have, in base64url: the same on all devices of a person, and nothing to anybody else. */
async function hashPerson(hashKey: string, pseudonym: string): Promise<string> {
  const hash = await createKeyedHash(hashKey);
  return base64url.encode(await hash(`person${pseudonym}`));
}
