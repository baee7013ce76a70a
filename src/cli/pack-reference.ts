import { z } from 'zod';
import { pack } from '../model/pack/pack.ts';
import { contentOf, type FieldShape, meaningOf, pickFields } from './field-table.ts';

const REF = '#/$defs/';

type Defs = Record<string, FieldShape>;

/** Every field of the pack format as Markdown: a section for the pack, for each kind of guide, and for each definition that they share. */
export function packReference(): string {
  const { $defs: defs = {}, ...whole } = z.toJSONSchema(pack, { io: 'input' }) as FieldShape & { $defs?: Defs };
  const { guide, ...shared } = defs;
  const kinds = variantsOf(guide!);
  const isCommon = (name: string) => kinds.every(({ properties }) => properties?.[name] !== undefined);
  const common = pickFields(kinds[0]!, (name) => isCommon(name) && name !== 'kind');
  const others = Object.entries(shared).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [
    section('The pack', whole, defs),
    section('guide', { ...common, description: 'Fields of every kind of guide' }, defs),
    ...kinds.map((kind) =>
      section(
        `\`"kind": "${kind.properties?.kind?.const}"\``,
        pickFields(kind, (name) => !isCommon(name)),
        defs,
      ),
    ),
    ...others.map(([name, shape]) => section(name, shape, defs)),
  ].join('\n\n');
}

const variantsOf = ({ oneOf, anyOf }: FieldShape): FieldShape[] => oneOf ?? anyOf ?? [];

function section(title: string, shape: FieldShape, defs: Defs): string {
  const variants = variantsOf(shape).filter(({ properties }) => properties);
  const head = [`### ${title}`, ...(shape.description ? [`${shape.description}.`] : [])];
  if (shape.properties) return [...head, markdownTable(rowsOf(shape, '', defs))].join('\n\n');
  if (variants.length > 0) return [...head, ...variants.map((one) => variantTable(one, defs))].join('\n\n');
  return [...head, `Holds ${kindOf(shape)}.`].join('\n\n');
}

/** One variant of several, by the field that tells them apart. */
function variantTable(shape: FieldShape, defs: Defs): string {
  const [name, fixed] = Object.entries(shape.properties ?? {}).find(([, one]) => one.const !== undefined) ?? [];
  const title = name === undefined ? '' : `\`"${name}": ${JSON.stringify(fixed!.const)}\``;
  const others = rowsOf(shape, '', defs).filter(({ path }) => path !== name);
  if (others.length === 0) return `${title}: no other field.`;
  return [`${title}:`, markdownTable(others)].join('\n\n');
}

interface Row {
  path: string;
  content: string;
  meaning: string;
}

const markdownTable = (rows: readonly Row[]): string =>
  [
    '| field | holds | means |',
    '| --- | --- | --- |',
    ...rows.map(({ path, content, meaning }) => `| \`${path}\` | ${content} | ${meaning} |`),
  ].join('\n');

/** The fields of an object, and of the objects written into it; what has a section of its own is linked. */
function rowsOf({ properties = {}, required = [] }: FieldShape, within: string, defs: Defs): Row[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = within ? `${within}.${name}` : name;
    const isRequired = required.includes(name) && field.const === undefined;
    const row = { path, content: `${kindOf(field)}${isRequired ? '; required' : ''}`, meaning: meaningIn(field, defs) };
    const [inner, place] = field.type === 'array' ? [field.items ?? {}, `${path}[]`] : [field, path];
    return [row, ...rowsOf(inner, place, defs)];
  });
}

/** What a field means by itself, or else what its definition says. */
function meaningIn(field: FieldShape, defs: Defs): string {
  const shared = field.$ref && defs[field.$ref.replace(REF, '')]?.description;
  const { default: unset } = field;
  const meaning = meaningOf({ ...field, description: field.description ?? shared });
  return typeof unset === 'string' ? `${meaning}. Left out: \`${unset}\`` : meaning;
}

function kindOf(field: FieldShape): string {
  const { $ref, type, items, maxItems, additionalProperties } = field;
  if ($ref) return linkTo($ref);
  if (type === 'array' && items && !items.properties)
    return `a list${maxItems ? `, at most ${maxItems.toLocaleString('en')}` : ''}: ${kindOf(items)}`;
  if (type === 'object' && additionalProperties) return `an object, by ${keysOf(field)}: ${kindOf(additionalProperties)}`;
  const alternatives = variantsOf(field);
  if (alternatives.length > 0) return alternatives.map(kindOf).join(', or ');
  return contentOf(field);
}

const keysOf = ({ propertyNames }: FieldShape): string => propertyNames?.description ?? 'name';

/** GitHub's anchor of a heading that is one word. */
function linkTo(ref: string): string {
  const name = ref.replace(REF, '');
  return `[${name}](#${name})`;
}
