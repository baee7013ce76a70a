import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { type Terminal, UsageError } from '../command.ts';

type Env = Terminal['env'];

/** The folder of the user's own configuration, as the system has it. `CAIRN_CONFIG` names another. */
export function configFolder(env: Env): string {
  if (env.CAIRN_CONFIG) return env.CAIRN_CONFIG;
  if (env.XDG_CONFIG_HOME) return join(env.XDG_CONFIG_HOME, 'cairn');
  if (process.platform === 'win32' && env.APPDATA) return join(env.APPDATA, 'cairn');
  return join(env.HOME ?? homedir(), '.config', 'cairn');
}

/** A file in that folder that no other user of the machine may read. What is in it and does not fit counts as nothing. */
export async function readPrivate<T>(file: string, schema: z.ZodType<T>): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
    if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failed(file, 'read', thrown);
  }
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Writes the whole file or nothing, and never to a file that others may read. */
export async function writePrivate(file: string, value: unknown): Promise<void> {
  const next = `${file}.${process.pid}.new`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await rm(next, { force: true });
    await writeFile(next, `${JSON.stringify(value)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(next, file);
  } catch (thrown) {
    throw failed(file, 'written', thrown);
  }
}

export const deletePrivate = (file: string): Promise<void> => rm(file, { force: true });

const failed = (file: string, what: 'read' | 'written', thrown: unknown): UsageError =>
  new UsageError(`${file} cannot be ${what}: ${(thrown as NodeJS.ErrnoException).code ?? thrown}.`);
