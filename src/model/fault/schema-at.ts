import type { z } from 'zod';

type Schema = z.core.$ZodType;

/**
 * The schema at a path of a document, as far as `value` determines it (a discriminated union is resolved by the value
 * at that path). Undefined where the path leaves the schema.
 */
export function schemaAt(schema: Schema, value: unknown, path: readonly PropertyKey[]): Schema | undefined {
  const inner = unwrap(schema, value);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const child = childOf(inner, key);
  return child && schemaAt(child, memberOf(value, key), rest);
}

/** The description of a schema, or of the schema that it wraps. */
export function descriptionOf(schema: Schema | undefined): string | undefined {
  if (!schema) return undefined;
  const description = (schema as z.ZodType).description;
  const wrapped = definition(schema).innerType;
  return description ?? (wrapped ? descriptionOf(wrapped) : undefined);
}

/** Field names of an object schema. */
export function fieldsOf(schema: Schema | undefined, value: unknown): string[] {
  return schema ? Object.keys(definition(unwrap(schema, value)).shape ?? {}) : [];
}

interface Definition {
  type: string;
  innerType?: Schema;
  shape?: Record<string, Schema>;
  element?: Schema;
  valueType?: Schema;
  options?: readonly Schema[];
  discriminator?: string;
  checks?: readonly z.core.$ZodCheck[];
}

export const definition = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** The schema without the optional, default and union schemas around it. */
export function unwrap(schema: Schema, value: unknown): Schema {
  const { innerType, options, discriminator } = definition(schema);
  if (innerType) return unwrap(innerType, value);
  const chosen = options?.find((option) => fits(option, value, discriminator));
  return chosen ? unwrap(chosen, value) : schema;
}

function fits(option: Schema, value: unknown, discriminator: string | undefined): boolean {
  const { type, shape } = definition(option);
  if (discriminator === undefined) return type === 'string' ? typeof value === 'string' : typeof value === 'object';
  const literal = shape?.[discriminator];
  return literal !== undefined && (literal as z.ZodType).safeParse(memberOf(value, discriminator)).success;
}

function childOf(schema: Schema, key: PropertyKey): Schema | undefined {
  const { shape, element, valueType } = definition(schema);
  if (element) return element;
  if (shape) return Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
  return valueType;
}

/** Reads own members only: a document must not reach inherited ones. */
export function memberOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}
