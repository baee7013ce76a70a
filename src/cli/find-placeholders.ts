import { type Fault, formatPath } from '../model/fault/fault.ts';
import { extensionIds } from './extension-ids.ts';
import type { ReadPolicyResult } from './read-policy.ts';

/** What a template or a guide leaves for the admin to fill in, and what belongs there. */
const PLACEHOLDERS: readonly [text: RegExp, reason: string, remedy: string][] = [
  [
    /\b(?:EXTENSION_ID|YOUR_EXTENSION_ID)\b/,
    'still has a placeholder for the id of the extension',
    `Write ${extensionIds.chromium} for Chromium and Edge, ${extensionIds.firefox} for Firefox, or the id of your own build.`,
  ],
  [
    /^(?:the-token-that-the-hub-gave-you|<.*token.*>|(?:your|enrol(?:ment)?)[-_ ]token)$/i,
    'is still the token of the template',
    'Put in the enrolment token of your hub: "npm run hub -- token" prints it once, or it is the value of CAIRN_ENROL_TOKEN.',
  ],
  [
    /^put-here-/,
    'still has the text of the template',
    'Put in what that text describes, or remove the field if you do not use it.',
  ],
  [
    /(?:^|[/@.])(?:[\w-]+\.)*example(?:\.(?:com|net|org))?(?=$|[:/;"])|\.(?:test|invalid)(?=$|[:/;"])/i,
    'still has an address of the template',
    'Put in the address of your own app, hub or server.',
  ],
];

/**
 * Finds what nobody filled in. Warnings, because a policy for trying out may really have such names. Values of the policy go by their path
 * in it, others by their path in the file.
 */
export function findPlaceholders({ policy, within, document }: Extract<ReadPolicyResult, { ok: true }>): Fault[] {
  const unwrapped = unwrapText(policy);
  const ofFile = within === undefined ? [] : leavesOf(document, []).filter(({ path }) => !isPolicyText(path));
  return [...leavesOf(unwrapped, []), ...ofFile].flatMap(({ path, text }) => {
    const found = PLACEHOLDERS.find(([pattern]) => pattern.test(text) && !isOwnId(text));
    return found ? [{ path: formatPath(path), reason: found[1], remedy: found[2], warning: true as const }] : [];
  });
}

const isOwnId = (text: string): boolean => text === extensionIds.firefox;

/** The policy within the file was looked at by itself. */
const isPolicyText = (path: readonly PropertyKey[]): boolean =>
  path.some((key) => /^3rdparty$|\\3rdparty\\/i.test(String(key))) && !/EXTENSION_ID/.test(String(path.at(-1)));

function unwrapText(policy: unknown): unknown {
  const json = typeof policy === 'object' && policy !== null && 'json' in policy ? policy.json : undefined;
  if (typeof json !== 'string') return policy;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Every text of a document with its path; the names of fields count as texts of their own. */
function leavesOf(value: unknown, path: readonly PropertyKey[]): { path: readonly PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const keys: PropertyKey[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [
    ...(typeof key === 'string' && /EXTENSION_ID/.test(key) ? [{ path: [...path, key], text: key }] : []),
    ...leavesOf((value as Record<PropertyKey, unknown>)[key], [...path, key]),
  ]);
}
