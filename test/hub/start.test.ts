import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const start = fileURLToPath(new URL('../../src/hub/start.mjs', import.meta.url));

test('on a Node that cannot run TypeScript, the hub refuses in one line that says what to do', () => {
  const old = `Object.defineProperty(process.features, 'typescript', { value: undefined, configurable: true }); await import(${JSON.stringify(start)});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', old], { encoding: 'utf8' });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The hub needs Node 22\.18 or newer, and this is Node [\d.]+\. .*"npm run hub".*\n$/);
});

const systemNode = '/usr/bin/node';
const version = versionOf(systemNode);
test.runIf(version && version < 22)(`on Node ${version} of this system, the hub refuses in one line`, () => {
  const { status, stderr } = spawnSync(systemNode, [start], { encoding: 'utf8' });
  expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
  expect(stderr).toContain('The hub needs Node 22.18 or newer');
});

test('on this Node, the same command runs the hub', () => {
  const { status, stderr } = spawnSync(process.execPath, [start, 'unknown'], { encoding: 'utf8', env: {} });
  expect([status, stderr]).toEqual([
    1,
    expect.stringMatching(/^command: "unknown" is not known\. node src\/hub\/start\.mjs runs the hub;/),
  ]);
});

function versionOf(node: string): number | undefined {
  try {
    return Number(/^v(\d+)/.exec(execFileSync(node, ['-v'], { encoding: 'utf8' }))?.[1]);
  } catch {
    return undefined;
  }
}
