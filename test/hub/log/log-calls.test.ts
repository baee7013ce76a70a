import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createJsonLog, type Log } from '../../../src/hub/log/log.ts';

const hub = join(import.meta.dirname, '../../../src/hub');
const sources = readdirSync(hub, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const calls = sources.flatMap((name) =>
  [...readFileSync(join(hub, name), 'utf8').matchAll(/\blog(?:\.\w+|\[[^\]]+\])\((?<given>[^;\n]*)/g)].map((match) => ({
    name,
    given: match.groups?.given ?? '',
  })),
);

describe('every call of the hub log', () => {
  test('is found by this test', () => {
    expect(calls.length).toBeGreaterThanOrEqual(16);
  });

  test.each(calls)('in $name has a fixed message: $given', ({ given }) => {
    expect(given).toMatch(/^(\w+ \? )?'[^'`]*'( : '[^'`]*')?[,)]/);
    expect(given).not.toContain('`');
  });
});

test('a field that is not listed as safe to log does not compile', () => {
  const lines: string[] = [];
  const log: Log = createJsonLog({ write: (line) => lines.push(line), minLevel: 'debug', now: () => new Date(0) });
  // @ts-expect-error: a token is a secret
  log.info('x', { token: 'secret' });
  // @ts-expect-error: a link holds a secret
  log.info('x', { link: 'secret' });
  log.info('x', { install: 'an-id', status: 200 });
  expect(JSON.parse(lines[2]!)).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    level: 'info',
    msg: 'x',
    install: 'an-id',
    status: 200,
  });
});
