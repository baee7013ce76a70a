import { memberOf } from '../../model/fault/schema-at.ts';
import { visibleText } from '../../model/text/visible-text.ts';
import { CONTROL_FIELDS, labelOf, type Owner, TEXT_FIELDS } from './change-labels.ts';
import { isObject, isSameJson, keysOfBoth } from './same-json.ts';

/** A difference in words, without where it is. */
export interface Described {
  text: string;
  before: string | null;
  after: string | null;
}

/** A field that differs; undefined is a field that is not there. */
export interface FieldDifference {
  owner: Owner;
  field: string;
  /** The part of the guide, as in `step 3`; empty for the guide or the pack itself. */
  part: string;
  before: unknown;
  after: unknown;
  /** Base languages of the two versions, of which a plain string is. */
  languages: { before: string; after: string };
}

/** Describes a field that differs, as an author would call it. */
export function describeField(difference: FieldDifference): Described[] {
  const { field, before, after } = difference;
  if (TEXT_FIELDS.has(field)) return describeText(difference);
  if (CONTROL_FIELDS.has(field)) return [describeControl(difference)];
  if (field === 'optional' && (before === true || after === true))
    return [
      {
        text: `${difference.part} may ${after === true ? 'now' : 'no longer'} be skipped`,
        before: show(before),
        after: show(after),
      },
    ];
  if (isStrings(before) && isStrings(after)) return [describeStrings(difference, before, after)];
  return [{ text: `${subject(difference)} ${verb(before, after)}`, before: show(before), after: show(after) }];
}

/** A value for people to read; null if it is not there. */
export function show(value: unknown): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

export const verb = (before: unknown, after: unknown): string =>
  before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';

function subject({ owner, field, part }: FieldDifference): string {
  const label = labelOf(owner, field);
  return part ? `${label} of ${part}` : label;
}

function describeText(difference: FieldDifference): Described[] {
  const { before, after, languages } = difference;
  const [was, is] = [byLanguage(before, languages.before), byLanguage(after, languages.after)];
  const name = subject(difference);
  if (!was || !is || (typeof before === 'string' && typeof after === 'string'))
    return [{ text: `${name} ${verb(before, after)}${unseen(before, after)}`, before: show(before), after: show(after) }];
  const changed = keysOfBoth(was, is).flatMap((language): Described[] => {
    const [one, other] = [memberOf(was, language), memberOf(is, language)];
    if (isSameJson(one, other)) return [];
    const what = verb(one, other) === 'changed' ? `changed${unseen(one, other)}` : verb(one, other);
    return [{ text: `${name} in the language ${language} ${what}`, before: show(one), after: show(other) }];
  });
  if (changed.length > 0) return changed;
  return [{ text: `${name} is the same, written in another way`, before: show(before), after: show(after) }];
}

/** A text by language; undefined if the value is no text. */
function byLanguage(value: unknown, base: string): Record<string, unknown> | undefined {
  if (typeof value === 'string') return { [base]: value };
  return isObject(value) ? value : undefined;
}

/** Says so where two texts look the same. */
const unseen = (before: unknown, after: unknown): string =>
  typeof before === 'string' && typeof after === 'string' && visibleText(before) === visibleText(after)
    ? ', in characters that cannot be seen'
    : '';

/** The fields by which an author tells a control from others. */
const WRITTEN = ['role', 'name', 'under', 'nextTo', 'nth'];

function describeControl(difference: FieldDifference): Described {
  const { field, part, before, after } = difference;
  const start = part ? `${part}: ` : '';
  const label = labelOf(difference.owner, field);
  if (!isObject(before) || !isObject(after))
    return { text: `${start}${label} ${verb(before, after)}`, before: showControl(before), after: showControl(after) };
  const isOther = WRITTEN.some((key) => !isSameJson(memberOf(before, key), memberOf(after, key)));
  if (!isOther) return { text: `${start}${label} recorded anew`, before: show(before), after: show(after) };
  return { text: `${start}other ${label}`, before: showControl(before), after: showControl(after) };
}

/** A control as its author wrote it, as in `button "Save"`. */
function showControl(anchor: unknown): string | null {
  if (!isObject(anchor) || typeof memberOf(anchor, 'role') !== 'string') return show(anchor);
  const { role, name, ...others } = Object.fromEntries(WRITTEN.map((key) => [key, memberOf(anchor, key)]));
  const more = Object.entries(others).filter(([, value]) => value !== undefined);
  return [role, name === undefined ? '' : JSON.stringify(name), ...more.map(([key, value]) => `${key} ${JSON.stringify(value)}`)]
    .filter(Boolean)
    .join(' ');
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((element) => typeof element === 'string');

function describeStrings(difference: FieldDifference, before: readonly string[], after: readonly string[]): Described {
  const [was, is] = [new Set(before), new Set(after)];
  const removed = before.filter((one) => !is.has(one));
  const added = after.filter((one) => !was.has(one));
  const isOrder = removed.length + added.length === 0;
  const parts = [added.length > 0 && `${added.length} added`, removed.length > 0 && `${removed.length} removed`];
  const text = isOrder
    ? `order of ${subject(difference)} changed`
    : `${subject(difference)}: ${parts.filter(Boolean).join(', ')}`;
  const [shownBefore, shownAfter] = isOrder ? [before, after] : [removed, added];
  return { text, before: shownBefore.join('\n') || null, after: shownAfter.join('\n') || null };
}
