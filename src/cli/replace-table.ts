const BEGIN_MARK = '<!-- fields: written by src/cli/write-schemas.ts -->';
const END_MARK = '<!-- end of fields -->';

/** A document with the table between its two marks put anew. Throws if the marks are not there. */
export function replaceTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(BEGIN_MARK), document.indexOf(END_MARK)];
  if (from < 0 || to < from)
    throw new Error(`The document has no place for the table, between "${BEGIN_MARK}" and "${END_MARK}".`);
  return `${document.slice(0, from + BEGIN_MARK.length)}\n\n${table}\n\n${document.slice(to)}`;
}
