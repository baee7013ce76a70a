import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { entry } from '../model/entry/entry.ts';
import { deskCookieName } from './auth/desk-cookie.ts';
import type { HubDeps } from './http/hub-deps.ts';

/** Adds what the routes do not describe: the security schemes, and the schemas of the entries in a batch. */
export function describeApi(registry: OpenAPIHono['openAPIRegistry'], hub: HubDeps): void {
  const bearer = (description: string) => ({ type: 'http', scheme: 'bearer', description }) as const;
  registry.registerComponent('securitySchemes', 'install', bearer('Secret of an install'));
  registry.registerComponent('securitySchemes', 'publisher', bearer('The value of CAIRN_PUBLISH_TOKEN'));
  registry.registerComponent('securitySchemes', 'desk', { type: 'apiKey', in: 'cookie', name: deskCookieName(hub) });
  for (const [name, schema] of Object.entries(namedSchemas(entry))) registry.registerComponent('schemas', name, schema);
}

/** The named schemas within a schema, as components: OpenAPI 3.1 uses JSON Schema but stores definitions elsewhere. */
function namedSchemas(schema: z.ZodType): Record<string, object> {
  const text = JSON.stringify(z.toJSONSchema(schema).$defs);
  return JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
}
