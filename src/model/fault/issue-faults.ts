import type { z } from 'zod';
import { nearestWord } from '../text/nearest-word.ts';
import { visibleText } from '../text/visible-text.ts';
import { type Fault, formatPath } from './fault.ts';
import { descriptionOf, fieldsOf, memberOf, schemaAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

/** A document with thousands of faults has one cause, and the first hundred show it. */
const MAX_FAULTS = 100;

/**
 * Turns zod's issues into faults that the author of the document can fix. `path` is the path of the judged part
 * in the document.
 */
export function issueFaults(schema: z.ZodType, document: unknown, error: z.ZodError, path: readonly PropertyKey[] = []): Fault[] {
  const issues = error.issues.map((issue) => mostSpecificIssue(issue, document));
  const count = issues.reduce((sum, issue) => sum + countOf(issue), 0);
  const faults: Fault[] = [];
  // Each fault costs a search for the field that was meant, so no more are made than are shown.
  for (const issue of issues) {
    if (faults.length >= MAX_FAULTS) break;
    faults.push(...faultsOf(schema, document, issue, path));
  }
  return count <= MAX_FAULTS ? faults : [...faults.slice(0, MAX_FAULTS), moreFaults(count - MAX_FAULTS)];
}

const countOf = (issue: Issue): number => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1);

/** At most a hundred faults, warnings only if there is room for them, and the number of further ones: a warning if all of those are. */
export function firstFaults(faults: Fault[]): Fault[] {
  if (faults.length <= MAX_FAULTS) return faults;
  const bySeverity = [...faults.filter(({ warning }) => !warning), ...faults.filter(({ warning }) => warning)];
  const shown = new Set(bySeverity.slice(0, MAX_FAULTS));
  const hidesFault = bySeverity[MAX_FAULTS]?.warning !== true;
  const more = moreFaults(faults.length - MAX_FAULTS);
  return [...faults.filter((fault) => shown.has(fault)), hidesFault ? more : { ...more, warning: true }];
}

const moreFaults = (count: number): Fault => ({
  path: '',
  reason: `has ${count} more faults`,
  remedy: 'Fix the ones above first.',
});

/** A text may be a string or an object by language: of the two sets of issues, keep the one for what was written. */
function mostSpecificIssue(issue: Issue, document: unknown): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const value = valueAt(document, issue.path);
  const branch = issue.errors.find(([first]) => first && !(first.code === 'invalid_type' && first.path.length === 0));
  const inner = branch?.[0];
  if (value === undefined || !inner) return issue;
  return mostSpecificIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue, document);
}

function faultsOf(schema: z.ZodType, document: unknown, issue: Issue, prefix: readonly PropertyKey[]): Fault[] {
  const value = valueAt(document, issue.path);
  const path = [...prefix, ...issue.path];
  const schemaHere = schemaAt(schema, document, issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_FAULTS).map((key) => unknownField([...path, key], fieldsOf(schemaHere, value)));
  const description = descriptionOf(schemaHere);
  return [{ path: formatPath(path), reason: reasonOf(issue, value, path.at(-1)), remedy: remedyOf(issue, value, description) }];
}

/** An unknown field, with the known field that was probably meant. */
export function unknownField(path: readonly PropertyKey[], known: readonly string[]): Fault {
  const name = visibleText(String(path.at(-1)));
  const suggestion = nearestWord(name, known);
  return {
    path: formatPath([...path.slice(0, -1), name.length > 60 ? `${name.slice(0, 59)}…` : name]),
    reason: 'is not a field that is known here',
    remedy: suggestion
      ? `Did you mean "${suggestion}"?`
      : known.length
        ? `Remove it. Known are: ${known.join(', ')}.`
        : 'Remove it.',
  };
}

const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function reasonOf(issue: Issue, value: unknown, key: PropertyKey | undefined): string {
  if (value === undefined && issue.code !== 'custom') return 'is missing';
  const subject = `is ${describeValue(value, key)}`;
  if (issue.code === 'invalid_type') return `${subject}, not ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return `${subject}, which cannot stand here`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? 'cannot be a key here';
  if (!isOwnMessage(issue)) return `${subject} and ${sizeRequirement(issue)}`;
  return issue.message.startsWith('must') && (typeof value !== 'object' || value === null)
    ? `${subject} and ${issue.message}`
    : issue.message;
}

/** Is the message from one of our own schemas, not from zod? */
const isOwnMessage = (issue: Issue): boolean => !/^(Invalid|Too (big|small)|Unrecognized)/.test(issue.message);

function sizeRequirement(issue: Issue): string {
  const { minimum, maximum, origin } = issue as { minimum?: number; maximum?: number; origin?: string };
  const what = { string: ' characters', array: ' items' }[origin ?? ''] ?? '';
  const verb = what ? 'must have' : 'must be';
  if (issue.code === 'too_small') return `${verb} at least ${minimum}${what}`;
  if (issue.code === 'too_big') return `${verb} at most ${maximum}${what}`;
  return 'cannot stand here';
}

function remedyOf(issue: Issue, value: unknown, description: string | undefined): string {
  const about = description ? ` (${description.replace(/\.$/, '')})` : '';
  const ownRemedy = issue.code === 'custom' ? issue.params?.remedy : undefined;
  if (typeof ownRemedy === 'string') return ownRemedy;
  if (issue.code === 'invalid_value') return `Write ${issue.values.map((option) => JSON.stringify(option)).join(' or ')}.`;
  if ('options' in issue && issue.options) return suggestOption(issue.options.map(String), value);
  if (issue.code === 'invalid_union') return `Give text, or an object of language and text${about}.`;
  if (issue.code === 'invalid_type')
    return `${value === undefined ? 'Add it' : 'Give it'} as ${TYPE_NAMES[issue.expected] ?? issue.expected}${about}.`;
  return `Correct it${about}.`;
}

function suggestOption(options: readonly string[], written: unknown): string {
  const suggestion = typeof written === 'string' ? nearestWord(written, options) : undefined;
  return suggestion ? `Did you mean "${suggestion}"?` : `Write ${options.map((option) => `"${option}"`).join(' or ')}.`;
}

const SECRET_KEYS = new Set<PropertyKey>(['token', 'secret', 'd']);

/** A value as it may be shown in a message: short, and never a secret. */
function describeValue(value: unknown, key: PropertyKey | undefined): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value !== 'string') return String(value);
  if (key !== undefined && SECRET_KEYS.has(key)) return `text of ${value.length} characters`;
  const seen = visibleText(value.slice(0, 200));
  return JSON.stringify(seen.length > 60 ? `${seen.slice(0, 59)}…` : seen);
}

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown => path.reduce(memberOf, document);
