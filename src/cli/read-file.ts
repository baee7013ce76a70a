import { readFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/** Reads a text file. A file that cannot be read is a usage error. */
export const readText = async (file: string): Promise<string> => new TextDecoder().decode(await readBytes(file));

/** Reads a file. One that cannot be read is a usage error. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (thrown) {
    throw new UsageError(`${file} cannot be read: ${(thrown as NodeJS.ErrnoException).code ?? thrown}.`);
  }
}

/** Reads a JSON file. If it is not JSON, `why` is the parser's message, which names the position. */
export async function readJsonFile(file: string): Promise<{ ok: true; value: unknown } | { ok: false; why: string }> {
  const text = await readText(file);
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (thrown) {
    return { ok: false, why: (thrown as Error).message };
  }
}
