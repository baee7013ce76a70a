import type { z } from 'zod';
import { definition, memberOf } from './schema-at.ts';

type Schema = z.core.$ZodType;

/** One of these fits each schema for text: a word, a place, a language, a day, an address. */
const TEXTS = ['x', '/x', 'en', '2000-01-01', 'https://x.invalid', '00000000-0000-4000-8000-000000000000', '#000000'];
const NUMBERS = [0, 1, 50];

/** A value without faults that a schema accepts, as small as can be; undefined where none is known. It holds the place of a faulty one. */
export function minimalValue(schema: Schema): unknown {
  const { innerType, options, shape, element, valueType } = definition(schema);
  const candidates = [...TEXTS, ...NUMBERS, true, [], {}];
  const fitting = candidates.find((one) => accepts(schema, one));
  if (fitting !== undefined) return fitting;
  const literals = (schema as { _zod: { values?: ReadonlySet<unknown> } })._zod.values;
  const [literal] = literals ?? [];
  if (literal !== undefined) return literal;
  if (innerType) return minimalValue(innerType);
  if (options) return firstAccepted(schema, options.map(minimalValue));
  if (element) return firstAccepted(schema, [[minimalValue(element)]]);
  if (shape) return firstAccepted(schema, [minimalObject(shape)]);
  return valueType ? firstAccepted(schema, [{ en: minimalValue(valueType) }]) : undefined;
}

const minimalObject = (shape: Record<string, Schema>): object =>
  Object.fromEntries(
    Object.entries(shape)
      .filter(([, field]) => !isOptional(field))
      .map(([name, field]) => [name, minimalValue(field)]),
  );

/** May a field of this schema be left out? */
export const isOptional = (schema: Schema): boolean => accepts(schema, undefined);

const accepts = (schema: Schema, value: unknown): boolean => (schema as z.ZodType).safeParse(value).success;

const firstAccepted = (schema: Schema, values: readonly unknown[]): unknown => values.find((one) => accepts(schema, one));

/** The document with another value at a path; `undefined` removes a field. The document itself stays as it is. */
export function withValueAt(document: unknown, [key, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = withValueAt(memberOf(document, key), rest, value);
  if (Array.isArray(document)) return document.map((one, at) => (at === key ? inner : one));
  const others = Object.entries(typeof document === 'object' && document !== null ? document : {}).filter(([one]) => one !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}
