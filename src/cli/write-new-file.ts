import { writeFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

/** Writes a file that is not there yet. */
export async function writeNewFile(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST' ? `${file} exists already and was not changed.` : `${file} cannot be written: ${code}.`,
    );
  }
}
