import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/** A file's text. A file that is not there is a wrong call, and said so. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw new UsageError(`${file} cannot be read: ${(thrown as NodeJS.ErrnoException).code ?? thrown}.`);
  }
}

/** A file as JSON; where it is none, the parser's own words, which name the place. */
export async function readJsonFile(file: string): Promise<{ ok: true; value: unknown } | { ok: false; why: string }> {
  const text = await readText(file);
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (thrown) {
    return { ok: false, why: (thrown as Error).message };
  }
}
