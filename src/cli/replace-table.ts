const BEGIN_MARK = '<!-- fields: written by src/cli/write-schemas.ts -->';
const END_MARK = '<!-- end of fields -->';

/** Replaces the table between the two marks of a document. Throws if the marks are missing. */
export function replaceTable(document: string, table: string): string {
  const [from, to] = [document.indexOf(BEGIN_MARK), document.indexOf(END_MARK)];
  if (from < 0 || to < from) throw new Error(`The document lacks the marks of the table, "${BEGIN_MARK}" and "${END_MARK}".`);
  return `${document.slice(0, from + BEGIN_MARK.length)}\n\n${table}\n\n${document.slice(to)}`;
}
