import type { z } from 'zod';
import { formatPath } from '../../model/fault/fault.ts';
import { fieldsOf, memberOf, schemaAt } from '../../model/fault/schema-at.ts';
import type { Change } from '../../model/hub-api/drafts.ts';
import { packFields } from '../../model/pack/pack.ts';
import { ELEMENT_NAMES, type Owner } from './change-labels.ts';
import { type Described, describeField, show, verb } from './describe-field.ts';
import { matchList } from './match-list.ts';
import { isObject, isSameJson, type JsonObject, keysOfBoth } from './same-json.ts';

/** Where in the two versions a comparison is. */
interface Place {
  owner: Owner;
  path: readonly PropertyKey[];
  schema: z.core.$ZodType | undefined;
  guide: string | null;
  /** The part of the guide, as in `step 3`. */
  part: string;
  languages: { before: string; after: string };
}

/**
 * All differences between two contents of a pack in words that their author understands. Contents that differ have at least one, however
 * little they are like a pack; the order of an object's keys is no difference. Without a version before, everything is new.
 */
export function describeChanges(before: unknown, after: unknown): Change[] {
  const place: Place = {
    owner: 'pack',
    path: [],
    schema: packFields,
    guide: null,
    part: '',
    languages: languagesOf(before, after),
  };
  if (isSameJson(before, after)) return [];
  if (before === undefined && isObject(after)) {
    const { guides, ...others } = after;
    return [
      changeAt(place, { text: 'the pack is new', before: null, after: show(others) }),
      ...describeMembers(place, {}, { guides }),
    ];
  }
  if (!isObject(before) || !isObject(after))
    return [changeAt(place, { text: 'the whole content changed', before: show(before), after: show(after) })];
  return describeMembers(place, before, after);
}

function languagesOf(before: unknown, after: unknown): Place['languages'] {
  const [was, is] = [memberOf(before, 'language'), memberOf(after, 'language')];
  return { before: typeof was === 'string' ? was : 'en', after: typeof is === 'string' ? is : 'en' };
}

const changeAt = ({ path, guide }: Pick<Place, 'path' | 'guide'>, described: Described): Change => ({
  path: formatPath(path),
  guide,
  ...described,
});

function describeMembers(place: Place, before: JsonObject, after: JsonObject): Change[] {
  const known = knownFields(place.schema, before, after);
  return keysOfBoth(before, after).flatMap((field): Change[] => {
    const [was, is] = [memberOf(before, field), memberOf(after, field)];
    if (isSameJson(was, is)) return [];
    const path = [...place.path, field];
    if (!known.has(field)) return [describeUnknown({ ...place, path }, was, is)];
    const schema = schemaAt(place.schema!, is === undefined ? before : after, [field]);
    const inside = { ...place, path, schema };
    const isList = Object.hasOwn(ELEMENT_NAMES, field) && isListOrAbsent(was) && isListOrAbsent(is);
    const elements = isList ? describeList(inside, field, { before: was ?? [], after: is ?? [] }) : [];
    // An empty list and none at all have the same elements.
    return elements.length > 0 ? elements : describeKnown(inside, field, { before: was, after: is });
  });
}

const isListOrAbsent = (value: unknown): value is unknown[] | undefined => value === undefined || Array.isArray(value);

const knownFields = (schema: Place['schema'], before: unknown, after: unknown): Set<string> =>
  new Set([...fieldsOf(schema, before), ...fieldsOf(schema, after)]);

/** A field that the format does not know: by its path, because nobody can say what it is for. */
function describeUnknown({ path, guide, part }: Place, before: unknown, after: unknown): Change {
  const name = formatPath(path);
  const text = `${part ? `${part}: ` : ''}unknown field ${name} ${verb(before, after)}`;
  return changeAt({ path, guide }, { text, before: show(before), after: show(after) });
}

/** A field of the format. What it holds that the format does not know is described by itself. */
function describeKnown(place: Place, field: string, { before, after }: { before: unknown; after: unknown }): Change[] {
  const unknown: Change[] = [];
  if (!differsInKnown(place, { before, after, unknown })) return unknown;
  const { owner, part, languages } = place;
  const described = describeField({ owner, field, part, before, after, languages });
  return [...described.map((one) => changeAt(place, one)), ...unknown];
}

/** Does anything differ that the format knows? Whatever differs besides is added to `unknown`. */
function differsInKnown(place: Place, found: { before: unknown; after: unknown; unknown: Change[] }): boolean {
  const { before, after, unknown } = found;
  if (isSameJson(before, after)) return false;
  const known = knownFields(place.schema, before, after);
  if (!isObject(before) || !isObject(after) || known.size === 0) return true;
  const differing = keysOfBoth(before, after).filter((key) => !isSameJson(memberOf(before, key), memberOf(after, key)));
  const results = differing.map((key) => {
    const [was, is] = [memberOf(before, key), memberOf(after, key)];
    const path = [...place.path, key];
    if (!known.has(key)) unknown.push(describeUnknown({ ...place, path }, was, is));
    const schema = known.has(key) ? schemaAt(place.schema!, is === undefined ? before : after, [key]) : undefined;
    return known.has(key) && differsInKnown({ ...place, path, schema }, { before: was, after: is, unknown });
  });
  return results.includes(true);
}

interface Lists {
  before: readonly unknown[];
  after: readonly unknown[];
}

function describeList(place: Place, field: string, lists: Lists): Change[] {
  const { common, added, removed, moved } = matchList(lists.before, lists.after);
  const name = ELEMENT_NAMES[field]!;
  const titled = (element: unknown, at: number) => nameElement(name, element, { at, language: place.languages.after });
  const changed = common.flatMap((pair) => describeElement(place, name, { ...pair, lists }));
  const placeOf = (element: unknown, at: number) => elementPlace(place, name, { element, at });
  return [
    ...added.map((at) => {
      const element = lists.after[at];
      return changeAt(placeOf(element, at), { text: `${titled(element, at)}: new`, before: null, after: show(element) });
    }),
    ...removed.map((at) => {
      const element = lists.before[at];
      return changeAt(placeOf(element, at), { text: `${titled(element, at)}: removed`, before: show(element), after: null });
    }),
    ...moved.map(({ before, after, follows }) => {
      const element = lists.after[after];
      const to = follows === undefined ? 'to the beginning' : `after ${titled(lists.before[follows], follows)}`;
      return changeAt(placeOf(element, after), {
        text: `${titled(lists.before[before], before)} was moved ${to}`,
        ...{ before: String(before + 1), after: String(after + 1) },
      });
    }),
    ...changed,
  ];
}

/** A guide is called by its title, a task by its id, and the parts of a guide by their number. */
function nameElement(name: string, element: unknown, { at, language }: { at: number; language: string }): string {
  if (name === 'guide') return `guide ‘${titleOf(element, language) ?? at + 1}’`;
  const id = memberOf(element, 'id');
  return name === 'task' && typeof id === 'string' ? `task ‘${id}’` : `${name} ${at + 1}`;
}

/** The title of a guide in the base language, or its id. */
function titleOf(guide: unknown, language: string): string | undefined {
  const title = memberOf(guide, 'title');
  const candidates = [title, memberOf(title, language), ...(isObject(title) ? Object.values(title) : []), memberOf(guide, 'id')];
  return candidates.find((one): one is string => typeof one === 'string' && one.trim() !== '');
}

function elementPlace(place: Place, name: string, { element, at }: { element: unknown; at: number }): Place {
  const path = [...place.path, at];
  const schema = place.schema && schemaAt(place.schema, [element], [0]);
  if (name !== 'guide') {
    const part = nameElement(name, element, { at, language: place.languages.after });
    return { ...place, path, schema, owner: 'part', part };
  }
  return { ...place, path, schema, owner: 'guide', guide: titleOf(element, place.languages.after) ?? null };
}

function describeElement(
  place: Place,
  name: string,
  { before, after, lists }: { before: number; after: number; lists: Lists },
): Change[] {
  const [was, is] = [lists.before[before], lists.after[after]];
  if (isSameJson(was, is)) return [];
  const inside = elementPlace(place, name, { element: is, at: after });
  if (isObject(was) && isObject(is)) return describeMembers(inside, was, is);
  const text = `${nameElement(name, is, { at: after, language: place.languages.after })} changed`;
  return [changeAt(inside, { text, before: show(was), after: show(is) })];
}
