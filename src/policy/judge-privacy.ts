import type { Fault } from '../model/fault/fault.ts';
import { memberOf } from '../model/fault/schema-at.ts';
import type { Policy, Privacy } from '../model/policy/policy.ts';

/**
 * Keeps what can be hashed so that the hub cannot undo it: a hash key that the hub knows protects nothing, and a person without a hash
 * key is never sent.
 *
 * @param adminValue what the admin wrote: a hub that is left out still has its token
 */
export function judgePrivacy({ privacy }: Pick<Policy, 'privacy'>, adminValue: unknown, faults: Fault[]): Privacy {
  const { hashKey, person, ...rest } = withJudgedSharing(privacy, adminValue);
  const token = memberOf(memberOf(adminValue, 'hub'), 'token');
  const isKnownToHub = hashKey !== undefined && hashKey === token;
  if (isKnownToHub) faults.push(sharedWithHub);
  if (hashKey !== undefined && !isKnownToHub) return { hashKey, ...(person !== undefined && { person }), ...rest };
  if (person !== undefined && !isKnownToHub) faults.push(personWithoutKey);
  return rest;
}

/** An unreadable `nameSharing` is off: no more is sent than the admin intended. */
function withJudgedSharing(privacy: Privacy, adminValue: unknown): Privacy {
  const isGiven = memberOf(memberOf(adminValue, 'privacy'), 'nameSharing') !== undefined;
  return isGiven && privacy.nameSharing === undefined ? { ...privacy, nameSharing: 'off' } : privacy;
}

const sharedWithHub: Fault = {
  path: 'privacy.hashKey',
  reason: 'is the enrolment token of the hub, so that the hub could undo every hash',
  remedy:
    'Give a random text of its own, and never give it to the hub. Until then privacy.hashKey and privacy.person are left out.',
};
const personWithoutKey: Fault = {
  path: 'privacy.person',
  reason: 'is given without privacy.hashKey, so that nothing can hide who it is',
  remedy:
    'Add a random privacy.hashKey of at least 16 characters. Until then privacy.person is left out, and the hub counts browsers.',
};
