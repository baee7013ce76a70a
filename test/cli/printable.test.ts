import { expect, test } from 'vitest';
import { printable } from '../../src/cli/printable.ts';
import { run } from '../../src/cli/run.ts';

test.each([
  ['\u001b[2J\u001b[1;1H', '\ufffd[2J\ufffd[1;1H'],
  ['\u009b31mred', '\ufffd31mred'],
  ['\u001b]0;title\u0007', '\ufffd]0;title\ufffd'],
  ['over\rwritten', 'over\ufffdwritten'],
  ['back\b\b\b\bspace', 'back\ufffd\ufffd\ufffd\ufffdspace'],
  ['\u202egnp.exe\u2066', '\ufffdgnp.exe\ufffd'],
  ['two\nlines\r\nand\ta tab', 'two\nlines\r\nand\ta tab'],
  ['Prüfung 検査 فحص 👩‍🏭', 'Prüfung 検査 فحص 👩‍🏭'],
])('%j is printed as %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

test('no command prints what a terminal would act on, whoever wrote it', async () => {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  await run(['pack', '\u001b[2J'], { print, printError: print, today: '2026-11-30', env: {}, askSecret: async () => undefined });
  expect(printed.join()).toContain('pack \ufffd[2J');
  expect(printed.join()).not.toContain('\u001b');
});
