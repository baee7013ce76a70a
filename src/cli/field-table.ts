import { z } from 'zod';

/** JSON schema as these tables need it. */
export interface Shape {
  type?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  $ref?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}
type Defs = Record<string, Shape>;

/** The schema with its references put in their places, and what they refer to. */
export function shapeOf(schema: z.ZodType): { shape: Shape; defs: Defs } {
  const { $defs: defs = {}, ...shape } = z.toJSONSchema(schema, { io: 'input' }) as Shape & { $defs?: Defs };
  return { shape: resolved(shape, defs), defs };
}

export const resolved = ({ $ref, ...own }: Shape, defs: Defs): Shape => ({
  ...($ref ? defs[$ref.replace('#/$defs/', '')] : {}),
  ...own,
});

/** Every field of an object as a Markdown table, inner fields by their path; `needed` stands at those that may not be left out. */
export function fieldTable(shape: Shape, defs: Defs, needed = 'needed'): string {
  const line = ({ path, holds, isNeeded, means }: Row) => `| \`${path}\` | ${holds}${isNeeded ? `; ${needed}` : ''} | ${means} |`;
  const rows = rowsOf(shape, '', defs).map(line);
  return ['| field | holds | means |', '| --- | --- | --- |', ...new Set(rows)].join('\n');
}

interface Row {
  path: string;
  holds: string;
  isNeeded: boolean;
  means: string;
}

function rowsOf(schema: Shape, path: string, defs: Defs): Row[] {
  const choices = (schema.anyOf ?? schema.oneOf ?? []).map((one) => resolved(one, defs));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const field = resolved(one, defs);
    const here = path ? `${path}.${name}` : name;
    const isNeeded = schema.required?.includes(name) === true;
    const row = { path: here, holds: holdsOf(field), isNeeded, means: meansOf(field) };
    const [inner, within] = field.type === 'array' ? [resolved(field.items ?? {}, defs), `${here}[]`] : [field, here];
    return [row, ...rowsOf(inner, within, defs)];
  });
  return [...own, ...choices.flatMap((one) => rowsOf(one, path, defs))];
}

const kinds: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'an object',
  array: 'a list',
};

function holdsOf(field: Shape): string {
  const limit = field.maxItems ?? field.maxLength;
  const most =
    limit === undefined ? '' : `, at most ${limit.toLocaleString('en')}${field.type === 'string' ? ' characters' : ''}`;
  const isRanged = field.maximum !== undefined && field.maximum < Number.MAX_SAFE_INTEGER;
  const range = isRanged ? `, ${field.minimum} to ${field.maximum?.toLocaleString('en')}` : '';
  return `${kindOf(field)}${most}${range}`;
}

function kindOf({ type, const: fixed, enum: given, anyOf, oneOf }: Shape): string {
  if (fixed !== undefined) return `\`${fixed}\``;
  if (given) return given.map((one) => `\`${one}\``).join(', ');
  if (anyOf ?? oneOf) return 'one of these objects';
  return kinds[type ?? ''] ?? String(type);
}

function meansOf({ description = '', default: unset }: Shape): string {
  const scalar = typeof unset === 'boolean' || typeof unset === 'number';
  return `${description}${scalar ? `. Left out: ${unset}` : ''}`;
}
