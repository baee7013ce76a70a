import { entry } from '../model/entry/entry.ts';
import { type FieldShape, fieldTable, pickFields, resolveRef, shapeOf } from './field-table.ts';

/** Every kind of record with all its fields, as Markdown, for the page for employees. */
export function entryTables(): string {
  const { shape, defs } = shapeOf(entry);
  const kinds = (shape.oneOf ?? shape.anyOf ?? []).map((one) => resolveRef(one, defs));
  const everywhere = (name: string) => kinds.every(({ properties }) => properties?.[name] !== undefined);
  const table = (kind: FieldShape, isWanted: (name: string) => boolean) =>
    fieldTable(pickFields(kind, isWanted), defs, 'always present');
  const shared = table(kinds[0]!, (name) => everywhere(name) && name !== 'kind');
  const parts = kinds.map(
    (kind) => `### \`${kind.properties?.kind?.const}\`\n\n${kind.description}\n\n${table(kind, (name) => !everywhere(name))}`,
  );
  return [`### In every record\n\n${shared}`, ...parts].join('\n\n');
}
