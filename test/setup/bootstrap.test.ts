import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../setup/project-root.ts';
import { ended, startReading } from './processes.ts';

const bootstrap = join(projectRoot, 'setup/bootstrap.mjs');
const echo = 'test/setup/echo.ts';

describe('the bootstrap', () => {
  test('passes on arguments and the exit code, and runs the Node of the lockfile', () => {
    const { status, stdout } = spawnSync(process.execPath, [bootstrap, echo, '7', '--once', 'a b'], {
      encoding: 'utf8',
      cwd: '/',
    });
    expect(status).toBe(7);
    expect(JSON.parse(stdout)).toMatchObject({ args: ['7', '--once', 'a b'], node: expect.stringMatching(/^24\./) });
  });

  test('explains its use when called without a script', () => {
    const { status, stderr } = spawnSync(process.execPath, [bootstrap], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('SCRIPT.ts');
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('passes on %s and ends with the exit code of the script', async (signal, code) => {
    const { child, found, exit } = await startReading(process.execPath, [bootstrap, echo, 'wait'], /"pid":(\d+)/);
    child.kill(signal);
    expect((await exit)[0]).toBe(code);
    await ended(Number(found[1]));
  });
});
