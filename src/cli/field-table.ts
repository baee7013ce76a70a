import { z } from 'zod';

/** The parts of JSON Schema that these tables use. */
export interface FieldShape {
  type?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  $ref?: string;
  properties?: Record<string, FieldShape>;
  required?: string[];
  items?: FieldShape;
  anyOf?: FieldShape[];
  oneOf?: FieldShape[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  additionalProperties?: FieldShape;
  propertyNames?: FieldShape;
}
type Defs = Record<string, FieldShape>;

/** Converts a schema to JSON Schema, with its top level resolved, and its definitions. */
export function shapeOf(schema: z.ZodType): { shape: FieldShape; defs: Defs } {
  const { $defs: defs = {}, ...shape } = z.toJSONSchema(schema, { io: 'input' }) as FieldShape & { $defs?: Defs };
  return { shape: resolveRef(shape, defs), defs };
}

export const resolveRef = ({ $ref, ...fields }: FieldShape, defs: Defs): FieldShape => ({
  ...($ref ? defs[$ref.replace('#/$defs/', '')] : {}),
  ...fields,
});

/** A shape with some of its fields. */
export const pickFields = (kind: FieldShape, isWanted: (name: string) => boolean): FieldShape => ({
  ...kind,
  properties: Object.fromEntries(Object.entries(kind.properties ?? {}).filter(([name]) => isWanted(name))),
});

/** Every field of an object as a Markdown table, nested fields by their path. `needed` marks the required ones. */
export function fieldTable(shape: FieldShape, defs: Defs, needed = 'needed'): string {
  const line = ({ path, content, isNeeded, meaning }: FieldRow) =>
    `| \`${path}\` | ${content}${isNeeded ? `; ${needed}` : ''} | ${meaning} |`;
  const rows = rowsOf(shape, '', defs).map(line);
  return ['| field | holds | means |', '| --- | --- | --- |', ...new Set(rows)].join('\n');
}

interface FieldRow {
  path: string;
  content: string;
  isNeeded: boolean;
  meaning: string;
}

function rowsOf(schema: FieldShape, path: string, defs: Defs): FieldRow[] {
  const choices = (schema.anyOf ?? schema.oneOf ?? []).map((one) => resolveRef(one, defs));
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const field = resolveRef(one, defs);
    const here = path ? `${path}.${name}` : name;
    const isNeeded = schema.required?.includes(name) === true;
    const row = { path: here, content: contentOf(field), isNeeded, meaning: meaningOf(field) };
    const [inner, within] = field.type === 'array' ? [resolveRef(field.items ?? {}, defs), `${here}[]`] : [field, here];
    return [row, ...rowsOf(inner, within, defs)];
  });
  return [...fields, ...choices.flatMap((one) => rowsOf(one, path, defs))];
}

const kinds: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'an object',
  array: 'a list',
};

export function contentOf(field: FieldShape): string {
  const limit = field.maxItems ?? field.maxLength;
  const most =
    limit === undefined ? '' : `, at most ${limit.toLocaleString('en')}${field.type === 'string' ? ' characters' : ''}`;
  const isRanged = field.maximum !== undefined && field.maximum < Number.MAX_SAFE_INTEGER;
  const range = isRanged
    ? `, ${field.minimum === undefined ? 'up' : field.minimum} to ${field.maximum?.toLocaleString('en')}`
    : '';
  return `${kindOf(field)}${most}${range}`;
}

function kindOf({ type, const: fixed, enum: values, anyOf, oneOf }: FieldShape): string {
  if (fixed !== undefined) return `\`${fixed}\``;
  if (values) return values.map((one) => `\`${one}\``).join(', ');
  if (anyOf ?? oneOf) return 'one of these objects';
  return kinds[type ?? ''] ?? String(type);
}

export function meaningOf({ description = '', default: unset }: FieldShape): string {
  const scalar = typeof unset === 'boolean' || typeof unset === 'number';
  return `${description}${scalar ? `. Left out: ${unset}` : ''}`;
}
