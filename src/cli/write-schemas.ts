import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryTables } from './entry-tables.ts';
import { jsonSchemas, schemaText } from './json-schemas.ts';
import { packReference } from './pack-reference.ts';
import { policyTable } from './policy-table.ts';
import { replaceTable } from './replace-table.ts';

const project = join(import.meta.dirname, '../..');

for (const [path, schema] of Object.entries(jsonSchemas())) {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, schemaText(schema));
  console.log(`Wrote ${path}`);
}

for (const [path, tables] of [
  ['docs/run/admins.md', policyTable()],
  ['docs/use/employees.md', entryTables()],
  ['docs/use/pack-reference.md', packReference()],
] as const) {
  const guide = join(project, path);
  await writeFile(guide, replaceTable(await readFile(guide, 'utf8'), tables));
  console.log(`Wrote the fields in ${path}`);
}
