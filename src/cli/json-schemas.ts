import { z } from 'zod';
import { pack } from '../model/pack/pack.ts';
import { policy } from '../model/policy/policy.ts';
import { managedSchema } from './managed-schema.ts';

/** The published schemas by their path in the project. They are generated from the zod schemas, so the two cannot differ. */
export function jsonSchemas(): Record<string, object> {
  return {
    'assets/schema/cairn-1.schema.json': titledSchema('Cairn pack, format cairn/1', pack),
    'assets/schema/policy.schema.json': titledSchema('Cairn policy', policy),
    'assets/managed-schema.json': managedSchema(z.toJSONSchema(policy, { io: 'input' })),
  };
}

/** The schema of what people write, before defaults are filled in. */
function titledSchema(title: string, schema: z.ZodType): object {
  const { $schema, ...made } = z.toJSONSchema(schema, { io: 'input' });
  return { $schema, title, ...made };
}

export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
