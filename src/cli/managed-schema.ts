interface JsonSchema {
  type?: string;
  description?: string;
  $ref?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  oneOf?: unknown[];
}

interface ManagedSchema {
  type: string;
  description?: string;
  properties?: Record<string, ManagedSchema>;
  additionalProperties?: ManagedSchema;
  items?: ManagedSchema;
}

/**
 * The policy's schema in the dialect of Chromium's managed storage, with types only.
 *
 * Chromium validates before the extension sees anything. It silently drops a whole top-level field that violates the schema, and silently
 * removes unknown fields. A bound, a pattern or "required" in this schema would therefore hide the fault and its neighbours from the
 * status page.
 */
export function managedSchema(policySchema: unknown): ManagedSchema {
  const { $defs = {}, ...root } = policySchema as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const schema = withoutConstraints(root, $defs);
  const json = {
    type: 'string',
    description: 'The whole policy as JSON text, instead of the fields. Every fault in it can then be reported',
  };
  delete schema.additionalProperties;
  return { ...schema, properties: { ...schema.properties, json } };
}

function withoutConstraints(schema: JsonSchema, defs: Record<string, JsonSchema>): ManagedSchema {
  const { $ref, ...own } = schema;
  const {
    type = '',
    description,
    properties,
    items,
    required,
    oneOf,
  } = { ...($ref ? defs[$ref.replace('#/$defs/', '')] : {}), ...own };
  const describing = description ? { description } : {};
  if (type === 'array') return { type, ...describing, items: withoutConstraints(items ?? {}, defs) };
  if (type !== 'object') return { type: type === 'integer' ? 'number' : type, ...describing };
  const known = Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, withoutConstraints(one, defs)]));
  return { type, ...describing, properties: known, ...(required || oneOf ? {} : unknownFields(known)) };
}

/**
 * If all fields of an object have the same type, a misspelt one probably has it too, so unknown fields of that type are admitted and can be
 * reported. Not for objects with required fields: there the missing field is reported, and a whole JWK pasted for a key (`key_ops` is a
 * list) would remove every key.
 */
function unknownFields(known: Record<string, ManagedSchema>): { additionalProperties?: ManagedSchema } {
  const [type, ...others] = new Set(Object.values(known).map((one) => one.type));
  return type && others.length === 0 && type !== 'object' && type !== 'array' ? { additionalProperties: { type } } : {};
}
