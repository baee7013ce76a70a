import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type AnswerLine, answerLines, askLine, isListening } from './line-socket.ts';

export interface FolderLock {
  release(): Promise<void>;
}
export type LockResult = { ok: true; lock: FolderLock } | { ok: false; why: 'held' | 'path too long' };

/** Linux allows 107 bytes for the path of a socket, macOS 103. */
const MAX_SOCKET_PATH_BYTES = 103;
const CLAIM_NAME = /^lock-[0-9a-f-]{36}$/;
const MAX_ATTEMPTS = 8;

/**
 * Locks a folder for this process. A claim is a socket in the folder on which its process listens. The kernel closes the socket when the
 * process ends, however it ends, so a claim that refuses a connection is stale, and no recycled process id can be mistaken for another.
 *
 * Each claim has a unique name, and appears under it only once its process listens. So a name never changes from stale to live, and
 * removing a stale claim removes nothing else. A process holds the folder if it sees no other live claim after its own became visible. Of
 * two that claim at the same moment, at least one sees the other and withdraws; it retries after a random delay.
 *
 * Windows has no sockets in folders. Its named pipes end with their process and admit one listener.
 */
export async function lockFolder(folder: string, answer: AnswerLine): Promise<LockResult> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return lockPipe(await pipeName(folder), answer);
  if (Buffer.byteLength(socketPath(folder, `new-lock-${randomUUID()}`)) > MAX_SOCKET_PATH_BYTES)
    return { ok: false, why: 'path too long' };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (attempt > 0) await pause(20 + Math.random() * 180);
    if ((await liveClaims(folder)).length > 0) continue;
    const mine = await claim(folder, answer);
    if ((await liveClaims(folder)).every((name) => name === mine.name)) return { ok: true, lock: mine };
    await mine.release();
  }
  return { ok: false, why: 'held' };
}

/** Sends a request to the process that holds the folder; undefined if none does. */
export async function askLockHolder(folder: string, line: string): Promise<string | undefined> {
  if (!existsSync(folder)) return undefined;
  if (process.platform === 'win32') {
    const pipe = await pipeName(folder);
    return (await isListening(pipe)) ? askLine(pipe, line) : undefined;
  }
  const [holder] = await liveClaims(folder);
  return holder && askLine(socketPath(folder, holder), line);
}

async function claim(folder: string, answer: AnswerLine): Promise<FolderLock & { name: string }> {
  const name = `lock-${randomUUID()}`;
  const listening = await answerLines(socketPath(folder, `new-${name}`), answer);
  await rename(join(folder, `new-${name}`), join(folder, name));
  const release = async () => {
    await listening.close();
    await rm(join(folder, name), { force: true });
  };
  return { name, release };
}

/** Names of the live claims. Removes the stale ones. */
async function liveClaims(folder: string): Promise<string[]> {
  const live: string[] = [];
  for (const name of await readdir(folder)) {
    if (!CLAIM_NAME.test(name)) continue;
    if (await isListening(socketPath(folder, name))) live.push(name);
    else await rm(join(folder, name), { force: true });
  }
  return live;
}

/** The absolute or the relative path, whichever is shorter. */
function socketPath(folder: string, name: string): string {
  const absolute = join(folder, name);
  const relativePath = relative(process.cwd(), absolute);
  return relativePath.length < absolute.length ? relativePath : absolute;
}

async function pipeName(folder: string): Promise<string> {
  const known = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex');
  return `\\\\.\\pipe\\cairn-${known}`;
}

async function lockPipe(pipe: string, answer: AnswerLine): Promise<LockResult> {
  try {
    const listening = await answerLines(pipe, answer);
    return { ok: true, lock: { release: () => listening.close() } };
  } catch {
    return { ok: false, why: 'held' };
  }
}
