const begin = '<!-- fields: written by src/cli/write-schemas.ts -->';
const end = '<!-- end of fields -->';

/** A document with the table between its two marks put anew. Throws if the marks are not there. */
export function withTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document has no place for the table, between "${begin}" and "${end}".`);
  return `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`;
}
