import { z } from 'zod';
import { hostileText } from './hostile-values.ts';
import type { Random } from './random.ts';

type Schema = z.core.JSONSchema.BaseSchema;

const FORMATS: Record<string, string> = {
  uuid: '8c1de2a4-5b0f-4f6e-9b7d-2f4a3c1e5d60',
  'date-time': '2026-11-22T11:59:00.000Z',
  date: '2026-11-22',
};
const TEXTS = ['orders', 'a-b', 'Some text', 'https://orders.example.com', '/orders/:id', 'en', 'x'.repeat(43), '#fff', 'button'];

/** Makes values that fit a schema, or nearly: what a schema states besides JSON Schema is left to chance. */
export function sampleOfSchema(schema: z.ZodType): (random: Random) => unknown {
  const root = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema;
  const defs = (root.$defs ?? {}) as Record<string, Schema>;
  return (random) => sample(root, { random, root, defs, depth: 0 });
}

interface Context {
  random: Random;
  root: Schema;
  defs: Record<string, Schema>;
  depth: number;
}

function sample(schema: Schema, context: Context): unknown {
  const { random, root, defs } = context;
  const deeper = { ...context, depth: context.depth + 1 };
  // A schema may be a boolean.
  if (context.depth > 12 || typeof schema !== 'object') return null;
  if (schema.$ref) return sample(defs[schema.$ref.replace('#/$defs/', '')] ?? root, deeper);
  if ('const' in schema) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const choices = (schema.oneOf ?? schema.anyOf) as Schema[] | undefined;
  if (choices) return sample(random.pick(choices), deeper);
  if (schema.allOf) return Object.assign({}, ...(schema.allOf as Schema[]).map((one) => sample(one, deeper)));
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, deeper);
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + random.int(3) }, () => sample((schema.items ?? {}) as Schema, deeper));
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 1000, random.int(1000)));
    case 'boolean':
      return random.oneIn(2);
    case 'null':
      return null;
    default:
      return FORMATS[schema.format ?? ''] ?? (random.oneIn(6) ? hostileText(random) : random.pick(TEXTS));
  }
}

function sampleObject(schema: Schema, context: Context): object {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => required.has(name) || context.random.oneIn(2));
  const made = Object.fromEntries(fields.map(([name, field]) => [name, sample(field as Schema, context)]));
  const { additionalProperties: more } = schema;
  if (typeof more === 'object' && context.random.oneIn(2)) made[context.random.pick(TEXTS)] = sample(more as Schema, context);
  return made;
}
