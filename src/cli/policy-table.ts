import { z } from 'zod';
import { policy } from '../model/policy.ts';

interface Shape {
  type?: string;
  description?: string;
  default?: unknown;
  $ref?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

/** Every field of the policy as a Markdown table, for the guide for admins. */
export function policyTable(): string {
  const { $defs = {}, ...root } = z.toJSONSchema(policy, { io: 'input' }) as Shape & { $defs?: Record<string, Shape> };
  const rows = rowsOf(root, '', $defs).map(({ path, holds, means }) => `| \`${path}\` | ${holds} | ${means} |`);
  return ['| field | holds | means |', '| --- | --- | --- |', ...rows].join('\n');
}

interface Row {
  path: string;
  holds: string;
  means: string;
}

function rowsOf(schema: Shape, path: string, defs: Record<string, Shape>): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => {
    const field = resolved(one, defs);
    const here = path ? `${path}.${name}` : name;
    const row = { path: here, holds: holdsOf(field, schema.required?.includes(name) === true), means: meansOf(field) };
    const [inner, within] = field.type === 'array' ? [resolved(field.items ?? {}, defs), `${here}[]`] : [field, here];
    return [row, ...rowsOf(inner, within, defs)];
  });
}

const resolved = ({ $ref, ...own }: Shape, defs: Record<string, Shape>): Shape => ({
  ...($ref ? defs[$ref.replace('#/$defs/', '')] : {}),
  ...own,
});

const kinds: Record<string, string> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  object: 'an object',
  array: 'a list',
};

function holdsOf(field: Shape, required: boolean): string {
  const limit = field.maxItems ?? field.maxLength;
  const most =
    limit === undefined ? '' : `, at most ${limit.toLocaleString('en')}${field.type === 'string' ? ' characters' : ''}`;
  const range = field.maximum === undefined ? '' : `, ${field.minimum} to ${field.maximum}`;
  return `${kinds[field.type ?? ''] ?? field.type}${most}${range}${required ? '; needed' : ''}`;
}

function meansOf({ description = '', default: unset }: Shape): string {
  const scalar = typeof unset === 'boolean' || typeof unset === 'number';
  return `${description}${scalar ? `. Left out: ${unset}` : ''}`;
}
