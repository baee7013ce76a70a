import type { Fault } from '../model/fault/fault.ts';
import { firstFaults } from '../model/fault/issue-faults.ts';
import { fieldsOf, memberOf } from '../model/fault/schema-at.ts';
import { type Policy, policy, switches } from '../model/policy/policy.ts';
import { adviseRemedy } from './advise-remedy.ts';
import { assignOrigins, dropDuplicates, inconsistencies } from './cross-checks.ts';
import { judgePart } from './judge-part.ts';
import { unwrapJsonPolicy } from './unwrap-json-policy.ts';

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
  const adminValue = unwrapJsonPolicy(raw, faults);
  const writtenAt = new WeakMap<object, readonly PropertyKey[]>();
  const { value } = judgePart(policy, adminValue ?? {}, { path: [], lossPath: [], faults, writtenAt, advise: adviseRemedy });
  const parsed = policy.parse({ ...(value as Partial<Policy>), switches: judgedSwitches(adminValue, value) });
  // The parts as they were kept, since `parse` made copies, and `written` knows only these.
  const usablePolicy = (value ?? {}) as Partial<Policy>;
  const pathOf = (one: object) => writtenAt.get(one) ?? [];
  const apps = assignOrigins(dropDuplicates(usablePolicy.apps ?? [], 'id', pathOf, faults), pathOf, adminValue, faults);
  const keys = dropDuplicates(usablePolicy.keys ?? [], 'kid', pathOf, faults);
  const result = { ...parsed, apps, keys };
  return {
    policy: result,
    faults: firstFaults([...faults, ...inconsistencies(result, memberOf(adminValue, 'hub') !== undefined)]),
  };
}

/** A switch that was set, and not to true or false, is off. */
function judgedSwitches(adminValue: unknown, usable: unknown): Record<string, unknown> {
  const adminSwitches = memberOf(adminValue, 'switches');
  const usableSwitches = memberOf(usable, 'switches');
  const isUnreadable = adminSwitches !== undefined && usableSwitches === undefined;
  const names = fieldsOf(switches, {}).filter((name) => memberOf(usableSwitches, name) === undefined);
  const switchedOff = names.filter((name) => isUnreadable || memberOf(adminSwitches, name) !== undefined);
  return { ...(usableSwitches as object | undefined), ...Object.fromEntries(switchedOff.map((name) => [name, false])) };
}
