import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askLockHolder, lockFolder } from '../../../src/hub/store/folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const deaf = async () => '';
const claims = () => readdirSync(folder).filter((name) => name.includes('lock-'));

test('a released folder lock is free again and leaves no file', async () => {
  const first = await lockFolder(folder, deaf);
  expect(await lockFolder(folder, deaf)).toEqual({ ok: false, why: 'held' });
  if (first.ok) await first.lock.release();
  const second = await lockFolder(folder, deaf);
  expect([first.ok, second.ok]).toEqual([true, true]);
  if (second.ok) await second.lock.release();
  expect(claims()).toEqual([]);
});

test('of many concurrent lock attempts, at most one succeeds', async () => {
  for (let round = 0; round < 5; round++) {
    const all = await Promise.all(Array.from({ length: 6 }, () => lockFolder(folder, deaf)));
    const held = all.filter((one) => one.ok);
    expect(held.length).toBeLessThanOrEqual(1);
    for (const one of held) await one.lock.release();
  }
});

test('the lock of a killed process does not block the next one', async () => {
  const source = fileURLToPath(new URL('../../../src/hub/store/folder-lock.ts', import.meta.url));
  const script = `const { lockFolder } = await import(${JSON.stringify(source)}); const { ok } = await lockFolder(${JSON.stringify(folder)}, async () => ''); console.log(ok);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await once(holder.stdout, 'data');
  expect(String(output).trim()).toBe('true');
  expect(await lockFolder(folder, deaf)).toEqual({ ok: false, why: 'held' });
  holder.kill('SIGKILL');
  await once(holder, 'close');
  expect(claims().length).toBe(1);
  const next = await lockFolder(folder, deaf);
  expect([next.ok, claims().length]).toEqual([true, 1]);
  if (next.ok) await next.lock.release();
});

test('locking leaves other files of the folder alone', async () => {
  const others = ['lock-', 'lock-of-mine', 'store.txt'];
  for (const name of others) writeFileSync(join(folder, name), '');
  const locked = await lockFolder(folder, deaf);
  if (locked.ok) await locked.lock.release();
  expect([locked.ok, readdirSync(folder)]).toEqual([true, others]);
});

test('the holder of a lock answers requests, and without a holder there is no answer', async () => {
  expect(await askLockHolder(folder, 'who?')).toBeUndefined();
  const locked = await lockFolder(folder, async (line) => `you asked ${line}`);
  expect(await askLockHolder(folder, 'who?')).toBe('you asked who?');
  if (locked.ok) await locked.lock.release();
  expect(await askLockHolder(folder, 'who?')).toBeUndefined();
});

test('a request that makes the holder throw does not end it', async () => {
  const locked = await lockFolder(folder, async () => {
    throw new Error('no');
  });
  expect(await askLockHolder(folder, 'who?')).toBe('');
  expect(await askLockHolder(folder, 'x'.repeat(5000)).catch((error: NodeJS.ErrnoException) => error.code ?? '')).toMatch(
    /^$|EPIPE|ECONNRESET/,
  );
  expect(await lockFolder(folder, deaf)).toEqual({ ok: false, why: 'held' });
  if (locked.ok) await locked.lock.release();
});

test('a path that is too long for a socket is reported', async () => {
  const long = join(folder, 'x'.repeat(100));
  expect(await lockFolder(long, deaf)).toEqual({ ok: false, why: 'path too long' });
});
