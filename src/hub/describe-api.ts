import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { entry } from '../model/entry/entry.ts';
import { DESK_COOKIE } from './auth/require-sign-in.ts';

/** What the routes themselves do not say of the API: the ways in, and what the entries of a batch are. */
export function describeApi(registry: OpenAPIHono['openAPIRegistry']): void {
  const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description }) as const;
  registry.registerComponent('securitySchemes', 'install', bearer('Secret of an install'));
  registry.registerComponent('securitySchemes', 'publisher', bearer('The value of CAIRN_PUBLISH_TOKEN'));
  registry.registerComponent('securitySchemes', 'desk', { type: 'apiKey', in: 'cookie', name: DESK_COOKIE });
  for (const [name, schema] of Object.entries(namedSchemas(entry))) registry.registerComponent('schemas', name, schema);
}

/** The named schemas in a schema, as components: OpenAPI 3.1 speaks JSON Schema, and keeps them in another place. */
function namedSchemas(schema: z.ZodType): Record<string, object> {
  const text = JSON.stringify(z.toJSONSchema(schema).$defs);
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}
