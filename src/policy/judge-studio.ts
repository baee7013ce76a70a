import { memberOf } from '../model/fault/schema-at.ts';
import type { Policy, StudioPolicy } from '../model/policy/policy.ts';

/** What is written and cannot be used permits nothing: nobody records who was not meant to, nor where they were not meant to. */
export function judgeStudio({ studio }: Pick<Policy, 'studio'>, usable: unknown, adminValue: unknown): StudioPolicy {
  const [written, used] = [memberOf(adminValue, 'studio'), memberOf(usable, 'studio')];
  const isLost = (field: string) => memberOf(written, field) !== undefined && memberOf(used, field) === undefined;
  const isUnreadable = written !== undefined && used === undefined;
  return {
    ...studio,
    ...((isUnreadable || isLost('record')) && { record: 'nobody' }),
    ...(isLost('apps') && { apps: [] }),
  };
}
