import { expect, test } from 'vitest';
import { judgeIfMatch } from '../../../src/hub/http/if-match.ts';

const current = { what: 'This draft', revision: 7, changedBy: 'Ben', changedAt: new Date('2026-11-22T12:00:00Z') };

test.each<[string | undefined, true | 412 | 428]>([
  ['"7"', true],
  ['"6", "7"', true],
  ['"6"', 412],
  ['"77"', 412],
  ['7', 412],
  ['', 412],
  ['W/"7"', 412],
  ['"6", W/"7"', 412],
  [undefined, 428],
  ['*', 428],
  [' * ', 428],
])('at revision 7, If-Match %j is answered with %j', (header, expected) => {
  const judged = judgeIfMatch(header, current);
  expect(judged.ok || judged.status).toBe(expected);
});

test('a refusal names who changed it, when, and the current revision', () => {
  const judged = judgeIfMatch('"6"', current);
  expect(judged).toMatchObject({
    why: { detail: 'This draft is now at revision 7: Ben changed it at 2026-11-22T12:00:00.000Z.' },
    headers: { ETag: '"7"' },
  });
});
