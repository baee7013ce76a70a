import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withPolicy } from './with-policy.ts';

const lifetime = new AsyncDisposableStack();
afterAll(() => lifetime.disposeAsync());

let etc: string;

beforeAll(async () => {
  etc = await mkdtemp(join(tmpdir(), 'cairn-etc-'));
  lifetime.defer(() => rm(etc, { recursive: true, force: true }));
  await writeFile(join(etc, 'hosts'), 'a neighbour');
  await symlink('hosts', join(etc, 'link'));
  await mkdir(join(etc, 'browser/policies/managed'), { recursive: true });
  await writeFile(join(etc, 'browser/policies/managed/admin.json'), "the machine's own");
});

const started = (folder: string, content: unknown, program = '/bin/cat') =>
  withPolicy({ lifetime, program, folder: join(etc, folder), file: 'managed/journey.json', content });
const outputOf = (executablePath: string, ...files: string[]) =>
  execFileSync(
    executablePath,
    files.map((file) => join(etc, file)),
    { encoding: 'utf8' },
  );

test('a program finds its policy where the machine has no such folder, and its neighbours as they are', async () => {
  const { executablePath } = await started('vendor/other/policies', { word: 'mine' });
  expect(JSON.parse(outputOf(executablePath, 'vendor/other/policies/managed/journey.json'))).toEqual({ word: 'mine' });
  expect(outputOf(executablePath, 'hosts', 'link')).toBe('a neighboura neighbour');
  expect(outputOf(executablePath, 'browser/policies/managed/admin.json')).toBe("the machine's own");
  expect((await readdir(etc)).sort()).toEqual(['browser', 'hosts', 'link']);
});

test("the machine's own policy is hidden from the program, and from it alone", async () => {
  const { executablePath } = await started('browser/policies', {}, '/bin/ls');
  expect(outputOf(executablePath, 'browser/policies/managed')).toBe('journey.json\n');
  expect(await readdir(join(etc, 'browser/policies/managed'))).toEqual(['admin.json']);
});

test('a policy written anew is found anew, and two programs have each their own', async () => {
  const [one, two] = await Promise.all([started('browser/policies', 1), started('browser/policies', 2)]);
  await one.write(3);
  const file = 'browser/policies/managed/journey.json';
  expect([outputOf(one.executablePath, file), outputOf(two.executablePath, file)]).toEqual(['3', '2']);
});
