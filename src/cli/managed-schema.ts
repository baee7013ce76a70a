interface JsonSchema {
  type?: string;
  description?: string;
  $ref?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  required?: string[];
  oneOf?: unknown[];
}

interface Managed {
  type: string;
  description?: string;
  properties?: Record<string, Managed>;
  additionalProperties?: Managed;
  items?: Managed;
}

/**
 * The policy's schema in the dialect of Chromium's managed storage, as loose as that allows: types and nothing else.
 *
 * Chromium judges before the extension sees anything. Whatever breaks its schema takes the whole top-level field along, unsaid; fields
 * it does not know are taken out, unsaid. A bound, a pattern or "required" here would therefore hide the fault and its neighbours from
 * the status page. See docs/decisions/0004.
 */
export function managedSchema(whole: unknown): Managed {
  const { $defs = {}, ...root } = whole as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const made = loosened(root, $defs);
  const json = {
    type: 'string',
    description: 'The whole policy as JSON text, in place of the fields: every fault in it can then be told',
  };
  delete made.additionalProperties;
  return { ...made, properties: { ...made.properties, json } };
}

function loosened(schema: JsonSchema, defs: Record<string, JsonSchema>): Managed {
  const { $ref, ...own } = schema;
  const {
    type = '',
    description,
    properties,
    items,
    required,
    oneOf,
  } = { ...($ref ? defs[$ref.replace('#/$defs/', '')] : {}), ...own };
  const said = description ? { description } : {};
  if (type === 'array') return { type, ...said, items: loosened(items ?? {}, defs) };
  if (type !== 'object') return { type: type === 'integer' ? 'number' : type, ...said };
  const known = Object.fromEntries(Object.entries(properties ?? {}).map(([name, one]) => [name, loosened(one, defs)]));
  return { type, ...said, properties: known, ...(required || oneOf ? {} : unknownFields(known)) };
}

/**
 * Where all fields of an object are alike, a misspelt one is most likely like them: let it through, to be reported. Not where a field is
 * needed, since there its absence tells, and a whole JWK pasted for a key (`key_ops` is a list) would take every key along.
 */
function unknownFields(known: Record<string, Managed>): { additionalProperties?: Managed } {
  const [type, ...others] = new Set(Object.values(known).map((one) => one.type));
  return type && others.length === 0 && type !== 'object' && type !== 'array' ? { additionalProperties: { type } } : {};
}
