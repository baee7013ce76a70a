import { memberOf } from '../model/fault/schema-at.ts';

/** Where browsers store the policy of an extension within their policy files. */
const POLICY_PATHS = [
  ['3rdparty', 'extensions'],
  ['policies', '3rdparty', 'Extensions'],
] as const;

/**
 * Finds Cairn's policy in a file: the file itself, or a whole policy file of Chromium, Edge or Firefox. Of several extensions in it, the one
 * that looks like ours.
 */
export function findPolicy(written: unknown): { policy: unknown; within?: string } {
  for (const home of POLICY_PATHS) {
    const extensions = home.reduce(memberOf, written);
    if (typeof extensions !== 'object' || extensions === null) continue;
    const ids = Object.keys(extensions);
    const id =
      ids.find((one) => ['apps', 'json', 'hub'].some((field) => memberOf(memberOf(extensions, one), field) !== undefined)) ??
      ids[0];
    if (id !== undefined) return { policy: memberOf(extensions, id), within: [...home, id].join('.') };
  }
  return { policy: written };
}
