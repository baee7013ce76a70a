import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { schemas, schemaText } from './schemas.ts';

const project = join(import.meta.dirname, '../..');

for (const [path, schema] of Object.entries(schemas())) {
  const file = join(project, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, schemaText(schema));
  console.log(`Wrote ${path}`);
}
