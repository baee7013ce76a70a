import type { Fault } from '../model/fault.ts';
import { firstFaults } from '../model/issue-faults.ts';
import { type Policy, policy, switches } from '../model/policy.ts';
import { fieldsOf, memberOf } from '../model/schema-at.ts';
import { advise } from './advise.ts';
import { judgePart } from './judge-part.ts';
import { firstOfEach, oddTogether, ownOrigins } from './judge-together.ts';
import { policyWritten } from './policy-text.ts';

/**
 * What an admin set, as far as it can be used, and what is wrong with the rest. Takes anything that JSON can hold and never throws:
 *
 * | wrong                                  | then                                                 |
 * |----------------------------------------|------------------------------------------------------|
 * | one of a list (app, origin, pack, key) | that one is left out                                 |
 * | a field its owner cannot be without    | the owner is left out                                |
 * | a switch                               | it is off: nobody gets more than the admin meant     |
 * | retention                              | 30 days                                              |
 * | the same app id, origin, key id twice  | the first counts                                     |
 * | an unknown field                       | it is ignored                                        |
 */
export function judgePolicy(raw: unknown): { policy: Policy; faults: Fault[] } {
  const faults: Fault[] = [];
  const set = policyWritten(raw, faults);
  const written = new WeakMap<object, readonly PropertyKey[]>();
  const { value } = judgePart(policy, set ?? {}, { path: [], givenUp: [], faults, written, advise });
  const left = policy.parse({ ...(value as Partial<Policy>), switches: judgedSwitches(set, value) });
  // The parts as they were kept, since `parse` made copies, and `written` knows only these.
  const kept = (value ?? {}) as Partial<Policy>;
  const where = (one: object) => written.get(one) ?? [];
  const apps = ownOrigins(firstOfEach(kept.apps ?? [], 'id', where, faults), where, set, faults);
  const keys = firstOfEach(kept.keys ?? [], 'kid', where, faults);
  const whole = { ...left, apps, keys };
  return { policy: whole, faults: firstFaults([...faults, ...oddTogether(whole, memberOf(set, 'hub') !== undefined)]) };
}

/** A switch that was set, and not to true or false, is off. */
function judgedSwitches(set: unknown, kept: unknown): Record<string, unknown> {
  const asked = memberOf(set, 'switches');
  const right = memberOf(kept, 'switches');
  const unread = asked !== undefined && right === undefined;
  const names = fieldsOf(switches, {}).filter((name) => memberOf(right, name) === undefined);
  const off = names.filter((name) => unread || memberOf(asked, name) !== undefined);
  return { ...(right as object | undefined), ...Object.fromEntries(off.map((name) => [name, false])) };
}
