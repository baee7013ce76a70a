import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../../src/cli/run.ts';
import { copyExtension } from '../../../src/cli/try/copy-extension.ts';
import { trialPolicy } from '../../../src/cli/try/trial-policy.ts';
import { pack } from '../../../src/model/pack/pack.ts';
import { verifyPack } from '../../../src/packs/verify-pack.ts';
import { judgePolicy } from '../../../src/policy/judge-policy.ts';
import { aPack, withField } from '../../packs/a-pack.ts';

let lifetime: AsyncDisposableStack;
let folder: string;
beforeEach(async () => {
  lifetime = new AsyncDisposableStack();
  folder = await mkdtemp(join(tmpdir(), 'cairn-trial-'));
  lifetime.defer(() => rm(folder, { recursive: true, force: true }));
});
afterEach(() => lifetime.disposeAsync());

const trial = (document: unknown) =>
  trialPolicy({ document, pack: pack.parse(aPack), origins: ['https://orders.example'], audience: { department: 'Sales' } });

test('the policy of a trial is one that the extension takes, with the pack under a key for its app alone', async () => {
  const made = await trial(aPack);
  if (!made.ok) throw new Error('a good pack was refused');
  const { policy, faults } = judgePolicy(made.policy);
  expect(faults.filter(({ warning }) => !warning)).toEqual([]);
  expect(policy).toMatchObject({
    audience: { department: 'Sales' },
    switches: { guidance: true, friction: false, feedback: false },
  });
  expect(policy.hub).toBeUndefined();
  const [source] = policy.packs;
  const verified = await verifyPack(source!.jws!, policy.keys);
  expect(verified).toMatchObject({ ok: true, pack: { id: aPack.id } });
  expect(policy.keys[0]?.apps).toEqual([aPack.app]);
});

test('two trials have different keys, and neither policy holds a private one', async () => {
  const [one, other] = [await trial(aPack), await trial(aPack)];
  expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
  expect(JSON.stringify(one)).not.toContain('"d":');
});

test('the copy of the extension finds the policy by promise and by callback, and is gone afterwards', async () => {
  const built = join(folder, 'built');
  await mkdir(built);
  await writeFile(join(built, 'background.js'), 'done = true;');
  const own = new AsyncDisposableStack();
  const copy = await copyExtension({ apps: ['</script>'] }, own, built);
  const context = {
    chrome: { storage: { managed: {} as { get: (...args: unknown[]) => Promise<unknown> } } },
    structuredClone,
    done: false,
  };
  runInNewContext(await readFile(join(copy, 'background.js'), 'utf8'), context);
  const { get } = context.chrome.storage.managed;
  expect(context.done).toBe(true);
  expect(await get()).toEqual({ apps: ['</script>'] });
  for (const args of [[], [null]])
    expect(await new Promise((resolve) => void get(...args, resolve))).toEqual({ apps: ['</script>'] });
  expect(await readFile(join(built, 'background.js'), 'utf8')).toBe('done = true;');
  await own.disposeAsync();
  await expect(readFile(join(copy, 'background.js'))).rejects.toThrow('ENOENT');
});

test('it is said what is missing: a display, the build, a good pack', async () => {
  await expect(copyExtension({}, lifetime, join(folder, 'nothing'))).rejects.toThrow('npm run build');
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const env = process.platform === 'linux' ? {} : { CHROME_PATH: '/nothing' };
  const terminal = { print, printError: print, today: '2026-11-30', env, askSecret: async () => undefined };
  await writeFile(join(folder, 'pack.json'), JSON.stringify(aPack));
  expect(await run(['pack', 'try', join(folder, 'pack.json'), '--app', 'https://orders.example/'], terminal)).toBe(2);
  expect(printed.join('\n')).toMatch(/no display|no program/);
  await writeFile(join(folder, 'wrong.json'), JSON.stringify(withField(aPack, 'app')));
  const withDisplay = { ...terminal, env: { DISPLAY: ':0' } };
  expect(await run(['pack', 'try', join(folder, 'wrong.json'), '--app', 'https://orders.example/'], withDisplay)).toBe(1);
  expect((await trial(withField(aPack, 'app'))).ok).toBe(false);
});
