import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** SHA-256, hexadecimal, over the names and contents of all files in a folder. Equal folders have equal hashes, wherever they are. */
export function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(folder))
    hash.update(`${file.split(sep).join('/')}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest(),
    );
  return hash.digest('hex');
}

const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
