import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChild } from '../../setup/child.ts';
import { ended, runs, startReading } from './processes.ts';

const starter = join(import.meta.dirname, 'starter.ts');
const lasting = () => new AbortController().signal;
const node = (script: string) => [process.execPath, ['-e', script]] as const;

describe('runChild', () => {
  test.each([
    ['the exit code', 'process.exit(7)', 7],
    ['0 for a program that ends well', '', 0],
    ['128 + n for a program that a signal ended', "process.kill(process.pid, 'SIGKILL')", 137],
  ])('returns %s', async (_, script, code) => {
    expect(await runChild(...node(script), { lifetime: lasting(), output: { line: () => {} } })).toBe(code);
  });

  test('passes on every line, also a last one without a line break', async () => {
    const lines: string[] = [];
    await runChild(...node("process.stdout.write('one\\ntwo'); process.stderr.write('three\\n')"), {
      lifetime: lasting(),
      output: { line: (line) => lines.push(line) },
    });
    expect(lines.sort()).toEqual(['one', 'three', 'two']);
  });

  test('rejects for a program that does not exist', async () => {
    await expect(runChild('/no/such/program', [], { lifetime: lasting(), output: { line: () => {} } })).rejects.toThrow(
      '/no/such/program',
    );
  });

  test('starts nothing in a lifetime that has ended', async () => {
    const over = AbortSignal.abort(new Error('over'));
    await expect(runChild(...node(''), { lifetime: over, output: { line: () => {} } })).rejects.toThrow('over');
  });
});

describe('the programs that a command started end with it', () => {
  test.each([
    ['SIGINT', [], 130],
    ['SIGTERM', [], 143],
    ['SIGHUP', [], 129],
    ['SIGKILL', [], null],
    ['SIGKILL', ['deaf'], null],
  ] as const)('%s %j', async (signal, args, code) => {
    const { child, found, exit } = await startReading(process.execPath, [starter, ...args], /inner (\d+)/);
    const inner = Number(found[1]);
    expect(runs(inner)).toBe(true);
    child.kill(signal);
    expect((await exit)[0]).toBe(code);
    await ended(inner);
  });
});
