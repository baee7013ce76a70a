import { entry } from '../model/entry.ts';
import { fieldTable, resolved, type Shape, shapeOf } from './field-table.ts';

/** Every kind of record with every field that it can hold, as Markdown, for the page for employees. */
export function entryTables(): string {
  const { shape, defs } = shapeOf(entry);
  const kinds = (shape.oneOf ?? shape.anyOf ?? []).map((one) => resolved(one, defs));
  const everywhere = (name: string) => kinds.every(({ properties }) => properties?.[name] !== undefined);
  const table = (kind: Shape, isWanted: (name: string) => boolean) => fieldTable(only(kind, isWanted), defs, 'always there');
  const shared = table(kinds[0]!, (name) => everywhere(name) && name !== 'kind');
  const parts = kinds.map(
    (kind) => `### \`${kind.properties?.kind?.const}\`\n\n${kind.description}\n\n${table(kind, (name) => !everywhere(name))}`,
  );
  return [`### In every record\n\n${shared}`, ...parts].join('\n\n');
}

const only = (kind: Shape, isWanted: (name: string) => boolean): Shape => ({
  ...kind,
  properties: Object.fromEntries(Object.entries(kind.properties ?? {}).filter(([name]) => isWanted(name))),
});
