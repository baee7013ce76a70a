import { expect, test } from 'vitest';
import type { ErrorKind, Fact } from '../../../../src/friction/facts.ts';
import { errorClick } from '../../../../src/friction/page/judge/error-click.ts';
import { click, findingsOf, target } from '../../judge-story.ts';

const error = (at: number, by: ErrorKind = 'error'): Fact => ({ is: 'error', at, by });
const found = (story: Fact[]) => findingsOf(errorClick, story).map(({ control, what }) => [control, what]);

test.each<[string, Fact[], unknown[]]>([
  ['right after the click', [click(0), error(100)], [[1, 'error']]],
  ['as a failed request after 2 s', [click(0), error(2080, 'request')], [[1, 'request']]],
  ['after more than 2 s', [click(0), error(2081)], []],
  ['before any click', [error(0), click(100)], []],
  ['attributed to the latest click', [click(0), click(500, target('button', 2)), error(700)], [[2, 'error']]],
  ['only the first of two errors', [click(0), error(100), error(200, 'alert')], [[1, 'error']]],
  [
    'reported when another control was clicked',
    [click(0), click(3000, target('button', 2)), error(500, 'alert')],
    [[1, 'alert']],
  ],
  [
    'alerts after most clicks: only the first two',
    [0, 1, 2, 3, 4].flatMap((n) => [click(n * 5000), error(n * 5000 + 300, 'alert')]),
    [
      [1, 'alert'],
      [1, 'alert'],
    ],
  ],
  [
    'alerts after less than half of the clicks',
    [0, 1, 2, 3, 4, 5, 6].flatMap((n) => [click(n * 5000), ...(n % 2 ? [error(n * 5000 + 300, 'alert')] : [])]),
    [
      [1, 'alert'],
      [1, 'alert'],
      [1, 'alert'],
    ],
  ],
])('error after a click: %s', (_, story, expected) => {
  expect(found(story)).toEqual(expected);
});
