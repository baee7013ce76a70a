import type { Fault } from '../model/fault/fault.ts';
import { firstFaults } from '../model/fault/issue-faults.ts';
import { fieldsOf, memberOf } from '../model/fault/schema-at.ts';
import { type Policy, policy, switches } from '../model/policy/policy.ts';
import { adviseRemedy } from './advise-remedy.ts';
import { assignOrigins, dropDuplicates, inconsistencies, unknownStudioApps } from './cross-checks.ts';
import { judgePart } from './judge-part.ts';
import { judgePrivacy } from './judge-privacy.ts';
import { judgeStudio } from './judge-studio.ts';
import { packChannels } from './pack-channels.ts';
import { unboundPacks } from './unbound-packs.ts';
import { unwrapJsonPolicy } from './unwrap-json-policy.ts';

/**
 * The usable part of what an admin set, and the faults in the rest. Takes anything that JSON can hold and never throws:
 *
 * | invalid                                    | result                                              |
 * |--------------------------------------------|-----------------------------------------------------|
 * | an item of a list (app, origin, pack, key) | the item is left out                                |
 * | a required field                           | the object it belongs to is left out                |
 * | a switch                                   | it is off: nobody gets more than the admin intended |
 * | retention                                  | 30 days                                             |
 * | the same app id, origin, key id twice      | the first counts                                    |
 * | a person without a hash key                | the person is left out                              |
 * | a hash key that is the enrolment token     | the hash key is left out, and the person            |
 * | the sharing of names                       | it is off                                           |
 * | who may record                             | nobody                                              |
 * | the apps where recording is allowed        | none of those that cannot be read                   |
 * | an unknown field                           | it is ignored                                       |
 */
export function judgePolicy(raw: unknown): { policy: Policy; faults: Fault[] } {
  const faults: Fault[] = [];
  const adminValue = unwrapJsonPolicy(raw, faults);
  const writtenAt = new WeakMap<object, readonly PropertyKey[]>();
  const { value } = judgePart(policy, adminValue ?? {}, { path: [], lossPath: [], faults, writtenAt, advise: adviseRemedy });
  const parsed = policy.parse({ ...(value as Partial<Policy>), switches: judgedSwitches(adminValue, value) });
  // `writtenAt` knows the objects that `judgePart` made; `parse` has copied them.
  const usablePolicy = (value ?? {}) as Partial<Policy>;
  const pathOf = (one: object) => writtenAt.get(one) ?? [];
  const apps = assignOrigins(dropDuplicates(usablePolicy.apps ?? [], 'id', pathOf, faults), pathOf, adminValue, faults);
  const keys = dropDuplicates(usablePolicy.keys ?? [], 'kid', pathOf, faults);
  const privacy = judgePrivacy(parsed, adminValue, faults);
  const result = { ...parsed, apps, keys, privacy, studio: judgeStudio(parsed, value, adminValue) };
  return {
    policy: result,
    faults: firstFaults([
      ...faults,
      ...inconsistencies(result, memberOf(adminValue, 'hub') !== undefined),
      ...unknownStudioApps(result),
      ...unboundPacks({ apps, keys, packs: usablePolicy.packs ?? [] }, pathOf),
      ...packChannels({ packs: usablePolicy.packs ?? [] }, pathOf),
    ]),
  };
}

/** A switch set to anything but true or false is off. */
function judgedSwitches(adminValue: unknown, usable: unknown): Record<string, unknown> {
  const adminSwitches = memberOf(adminValue, 'switches');
  const usableSwitches = memberOf(usable, 'switches');
  const isUnreadable = adminSwitches !== undefined && usableSwitches === undefined;
  const names = fieldsOf(switches, {}).filter((name) => memberOf(usableSwitches, name) === undefined);
  const switchedOff = names.filter((name) => isUnreadable || memberOf(adminSwitches, name) !== undefined);
  return { ...(usableSwitches as object | undefined), ...Object.fromEntries(switchedOff.map((name) => [name, false])) };
}
