import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChild } from '../../setup/child.ts';
import { ended, runs, startReading } from './processes.ts';

const starter = join(import.meta.dirname, 'starter.ts');
const lasting = () => new AbortController().signal;
const node = (script: string) => [process.execPath, ['-e', script]] as const;

describe('running a program', () => {
  test.each([
    ['its exit code', 'process.exit(7)', 7],
    ['well', '', 0],
    ['ended by a signal, as shells say it', "process.kill(process.pid, 'SIGKILL')", 137],
  ])('answers %s', async (_, script, code) => {
    expect(await runChild(...node(script), { lifetime: lasting(), output: { line: () => {} } })).toBe(code);
  });

  test('hands over its lines, the last without an end among them', async () => {
    const lines: string[] = [];
    await runChild(...node("process.stdout.write('one\\ntwo'); process.stderr.write('three\\n')"), {
      lifetime: lasting(),
      output: { line: (line) => lines.push(line) },
    });
    expect(lines.sort()).toEqual(['one', 'three', 'two']);
  });

  test('rejects one that is not there', async () => {
    await expect(runChild('/no/such/program', [], { lifetime: lasting(), output: { line: () => {} } })).rejects.toThrow(
      '/no/such/program',
    );
  });

  test('starts nothing in a lifetime that is over', async () => {
    const over = AbortSignal.abort(new Error('over'));
    await expect(runChild(...node(''), { lifetime: over, output: { line: () => {} } })).rejects.toThrow('over');
  });
});

describe('whatever ends a command, what it started ends too', () => {
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
