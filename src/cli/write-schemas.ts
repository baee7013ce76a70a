import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { policyTable } from './policy-table.ts';
import { schemas, schemaText } from './schemas.ts';
import { withTable } from './with-table.ts';

const project = join(import.meta.dirname, '../..');

for (const [path, schema] of Object.entries(schemas())) {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, schemaText(schema));
  console.log(`Wrote ${path}`);
}

const guide = join(project, 'docs/admins.md');
await writeFile(guide, withTable(await readFile(guide, 'utf8'), policyTable()));
console.log('Wrote the table of fields in docs/admins.md');
