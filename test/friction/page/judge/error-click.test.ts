import { expect, test } from 'vitest';
import type { ErrorKind, Fact } from '../../../../src/friction/facts.ts';
import { errorClick } from '../../../../src/friction/page/judge/error-click.ts';
import { click, findingsOf, target } from '../../judge-story.ts';

const trouble = (at: number, by: ErrorKind = 'error'): Fact => ({ is: 'trouble', at, by });
const found = (story: Fact[]) => findingsOf(errorClick, story).map(({ control, what }) => [control, what]);

test.each<[string, Fact[], unknown[]]>([
  ['right after', [click(0), trouble(100)], [[1, 'error']]],
  ['a failed request at 2 s', [click(0), trouble(2080, 'request')], [[1, 'request']]],
  ['later than 2 s', [click(0), trouble(2081)], []],
  ['before any click', [trouble(0), click(100)], []],
  ['the latest click', [click(0), click(500, target('button', 2)), trouble(700)], [[2, 'error']]],
  ['a click takes one', [click(0), trouble(100), trouble(200, 'alert')], [[1, 'error']]],
])('%s', (_, story, expected) => {
  expect(found(story)).toEqual(expected);
});
