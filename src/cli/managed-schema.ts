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
 * The policy's schema in the dialect of Chromium's managed storage, as loose as that allows: types and nothing else.
 *
 * Chromium judges before the extension sees anything. Whatever breaks its schema takes the whole top-level field along, unsaid; fields
 * it does not know are taken out, unsaid. A bound, a pattern or "required" here would therefore hide the fault and its neighbours from
 * the status page. See docs/decisions/0004.
 */
export function managedSchema(policySchema: unknown): ManagedSchema {
  const { $defs = {}, ...root } = policySchema as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const made = loosen(root, $defs);
  const json = {
    type: 'string',
    description: 'The whole policy as JSON text, in place of the fields: every fault in it can then be told',
  };
  delete made.additionalProperties;
  return { ...made, properties: { ...made.properties, json } };
}

function loosen(schema: JsonSchema, defs: Record<string, JsonSchema>): ManagedSchema {
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
  if (type === 'array') return { type, ...describing, items: loosen(items ?? {}, defs) };
  if (type !== 'object') return { type: type === 'integer' ? 'number' : type, ...describing };
  const known = Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, loosen(one, defs)]));
  return { type, ...describing, properties: known, ...(required || oneOf ? {} : unknownFields(known)) };
}

/**
 * Where all fields of an object are alike, a misspelt one is most likely like them: let it through, to be reported. Not where a field is
 * needed, since there its absence tells, and a whole JWK pasted for a key (`key_ops` is a list) would take every key along.
 */
function unknownFields(known: Record<string, ManagedSchema>): { additionalProperties?: ManagedSchema } {
  const [type, ...others] = new Set(Object.values(known).map((one) => one.type));
  return type && others.length === 0 && type !== 'object' && type !== 'array' ? { additionalProperties: { type } } : {};
}
