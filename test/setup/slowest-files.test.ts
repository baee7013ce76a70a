import { expect, test } from 'vitest';
import { slowestFiles } from '../../setup/slowest-files.ts';

test('the ten slowest files are listed, the slowest first', () => {
  const durations = Array.from({ length: 12 }, (_, at) => ({ file: `${at}.test.ts`, ms: at * 1000 }));
  const lines = slowestFiles(durations);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('   11.0 s  11.test.ts');
  expect(lines.at(-1)).toBe('    2.0 s  2.test.ts');
});
