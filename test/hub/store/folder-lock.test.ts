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

test('one holds it; it is free again once released, and leaves nothing behind', async () => {
  const first = await lockFolder(folder, deaf);
  expect(await lockFolder(folder, deaf)).toEqual({ ok: false, why: 'held' });
  if (first.ok) await first.lock.release();
  const second = await lockFolder(folder, deaf);
  expect([first.ok, second.ok]).toEqual([true, true]);
  if (second.ok) await second.lock.release();
  expect(claims()).toEqual([]);
});

test('of many that want it in the same moment, one at most gets it', async () => {
  for (let round = 0; round < 5; round++) {
    const all = await Promise.all(Array.from({ length: 6 }, () => lockFolder(folder, deaf)));
    const held = all.filter((one) => one.ok);
    expect(held.length).toBeLessThanOrEqual(1);
    for (const one of held) await one.lock.release();
  }
});

test('a holder that was killed does not bar the next one', async () => {
  const source = fileURLToPath(new URL('../../../src/hub/store/folder-lock.ts', import.meta.url));
  const script = `const { lockFolder } = await import(${JSON.stringify(source)}); const { ok } = await lockFolder(${JSON.stringify(folder)}, async () => ''); console.log(ok);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await once(holder.stdout, 'data');
  expect(String(said).trim()).toBe('true');
  expect(await lockFolder(folder, deaf)).toEqual({ ok: false, why: 'held' });
  holder.kill('SIGKILL');
  await once(holder, 'close');
  expect(claims().length).toBe(1);
  const next = await lockFolder(folder, deaf);
  expect([next.ok, claims().length]).toEqual([true, 1]);
  if (next.ok) await next.lock.release();
});

test('other things in the folder are left alone', async () => {
  const others = ['lock-', 'lock-of-mine', 'store.txt'];
  for (const name of others) writeFileSync(join(folder, name), '');
  const taken = await lockFolder(folder, deaf);
  if (taken.ok) await taken.lock.release();
  expect([taken.ok, readdirSync(folder)]).toEqual([true, others]);
});

test('its holder can be asked; without one, nobody answers', async () => {
  expect(await askLockHolder(folder, 'who?')).toBeUndefined();
  const taken = await lockFolder(folder, async (line) => `you asked ${line}`);
  expect(await askLockHolder(folder, 'who?')).toBe('you asked who?');
  if (taken.ok) await taken.lock.release();
  expect(await askLockHolder(folder, 'who?')).toBeUndefined();
});

test('a question that makes the holder stumble leaves it standing', async () => {
  const taken = await lockFolder(folder, async () => {
    throw new Error('no');
  });
  expect(await askLockHolder(folder, 'who?')).toBe('');
  expect(await askLockHolder(folder, 'x'.repeat(5000)).catch((error: NodeJS.ErrnoException) => error.code ?? '')).toMatch(
    /^$|EPIPE|ECONNRESET/,
  );
  expect(await lockFolder(folder, deaf)).toEqual({ ok: false, why: 'held' });
  if (taken.ok) await taken.lock.release();
});

test('a path that is too long for a socket is told', async () => {
  const long = join(folder, 'x'.repeat(100));
  expect(await lockFolder(long, deaf)).toEqual({ ok: false, why: 'path too long' });
});
