import type { z } from 'zod';
import { type Fault, formatPath } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { isOptional, minimalValue, withValueAt } from '../model/fault/minimal-value.ts';
import { fieldsOf, memberOf, schemaAt } from '../model/fault/schema-at.ts';
import { type Pack, packFields } from '../model/pack/pack.ts';
import { nearestWord } from '../model/text/nearest-word.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Each round replaces what the one before it laid bare; the format has nine levels. */
const MAX_ROUNDS = 12;
/** With more issues, the document has one cause, and what else is wrong in it helps nobody. */
const MAX_ISSUES = 1000;

export interface CompletedPack {
  /** What does not fit the format. */
  faults: Fault[];
  /** The document with harmless values in place of faulty ones; undefined if it is too far from a pack. */
  document: unknown;
  pack: Pack | undefined;
  /** Does the value at a path stand for a faulty one, so that nothing can be said of it? */
  isReplaced: (path: string) => boolean;
}

/**
 * Makes a pack of a document that does not fit the format, so that what is right in it can be judged in the same pass: a misspelt field
 * becomes the one that was meant, an unknown one is left out, and a faulty or missing value is replaced by a minimal one.
 */
export function completePack(written: unknown): CompletedPack {
  const replaced = new Set<string>();
  const isReplaced = (path: string) => [...replaced].some((one) => path === one || /^[.[]/.test(startsAfter(path, one)));
  const faults: Fault[] = [];
  let document = written;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const parsed = packFields.safeParse(document);
    if (parsed.success) return { faults, document, pack: parsed.data, isReplaced };
    const { issues } = parsed.error;
    const renamed = issues.reduce(renameFields, document);
    const isMissing = ({ path }: Issue) => valueAt(document, path) === undefined && valueAt(renamed, path) !== undefined;
    const spelt = new Set(issues.filter(isMissing).map(({ path }) => formatPath(path)));
    const found = issueFaults(packFields, document, parsed.error);
    faults.push(...found.filter(({ path }) => !isReplaced(path) && !spelt.has(path)));
    const others = issues.filter((issue) => issue.code !== 'unrecognized_keys' && !spelt.has(formatPath(issue.path)));
    if (others.length > MAX_ISSUES) break;
    document = others.reduce(
      (next, one) => (next === undefined ? undefined : replaceValue(next, one, replaced)),
      renamed as unknown,
    );
    if (document === undefined) break;
  }
  return { faults, document, pack: undefined, isReplaced };
}

/** What follows a beginning of a path; empty if the path does not begin so. */
const startsAfter = (path: string, start: string): string => (path.startsWith(start) ? path.slice(start.length) : '');

function renameFields(document: unknown, issue: Issue): unknown {
  if (issue.code !== 'unrecognized_keys') return document;
  const { path, keys } = issue;
  return keys.reduce((next, key) => {
    const owner = valueAt(next, path);
    const absent = fieldsOf(schemaAt(packFields, next, path), owner).filter((field) => memberOf(owner, field) === undefined);
    const meant = nearestWord(key, absent);
    const without = withValueAt(next, [...path, key], undefined);
    return meant === undefined ? without : withValueAt(without, [...path, meant], memberOf(owner, key));
  }, document);
}

/** The nearest part of the document around an issue for which there is a minimal value; undefined if that is the document itself. */
function replaceValue(document: unknown, issue: Issue, replaced: Set<string>): unknown {
  const meant = meantOption(document, issue);
  if (meant !== undefined) return withValueAt(document, issue.path, meant);
  for (let path: Path = issue.path; path.length > 0; path = path.slice(0, -1)) {
    const schema = schemaAt(packFields, document, path);
    if (!schema || replaced.has(formatPath(path))) continue;
    const value = minimalValue(schema);
    if (value === undefined && !isOptional(schema)) continue;
    replaced.add(formatPath(path));
    return withValueAt(document, path, withId(value, memberOf(valueAt(document, path), 'id')));
  }
  return undefined;
}

/** Others refer to it by its id. */
const withId = (value: unknown, id: unknown): unknown =>
  typeof id === 'string' && memberOf(value, 'id') !== undefined ? { ...(value as object), id } : value;

/** The option of a choice that was probably meant, as in `walktrough`. */
function meantOption(document: unknown, issue: Issue): unknown {
  const written = valueAt(document, issue.path);
  const options = issue.code === 'invalid_value' ? issue.values : 'options' in issue ? (issue.options as unknown[]) : [];
  return typeof written === 'string' ? nearestWord(written, (options ?? []).map(String)) : undefined;
}

const valueAt = (document: unknown, path: Path): unknown => path.reduce(memberOf, document);
