import { expect, test } from 'vitest';
import { noQuiet } from '../../src/model/quiet.ts';
import { judgeUnasked, rest, type Wishes } from '../../src/targeting/judge-unasked.ts';
import { aNotice, aTip } from './a-guide.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const wishes: Wishes = { quiet: noQuiet, settled: {}, app: 'orders', now };
const key = 'basics/a-guide';
const made = (settled: object): Wishes => ({ ...wishes, settled: { [key]: { dismissed: 0, done: false, ...settled } } });
const quiet = (over: Partial<Wishes['quiet']>): Wishes => ({ ...wishes, quiet: { ...noQuiet, ...over } });
const ended = { dismissed: 2, dismissedAt: now - 2 * rest };

test.each([
  ['nothing said', wishes, undefined],
  ['quiet for a while', quiet({ until: now + 1 }), 'quiet'],
  ['quiet that is over', quiet({ until: now }), undefined],
  ['quiet until asked', quiet({ until: Number.MAX_SAFE_INTEGER }), 'quiet'],
  ['quiet in this app', quiet({ apps: ['orders'] }), 'quiet-app'],
  ['quiet in another', quiet({ apps: ['mail'] }), undefined],
  ['quiet from this guide', quiet({ guides: [key] }), 'quiet-guide'],
  ['quiet from another', quiet({ guides: ['basics/other'] }), undefined],
  ['dismissed just now', made({ dismissed: 1, dismissedAt: now }), 'rest'],
  ['dismissed 29 days ago', made({ dismissed: 1, dismissedAt: now - rest + 1 }), 'rest'],
  ['dismissed 30 days ago', made({ dismissed: 1, dismissedAt: now - rest }), undefined],
  ['dismissed at a time nobody noted', made({ dismissed: 1 }), undefined],
  ['dismissed twice, long ago', made(ended), 'dismissed'],
] as const)('%s', (_how, said, rule) => {
  for (const guide of [aTip(), aNotice()]) {
    const verdict = judgeUnasked(guide, said);
    expect(verdict.fits ? undefined : verdict.rule).toBe(rule);
  }
});

test('what was followed is not said again', () => {
  expect(judgeUnasked(aNotice(), made({ done: true }))).toMatchObject({ rule: 'over' });
});

test('a notice about safety is heard through every quiet, and still ends by two dismissals', () => {
  const safety = aNotice({ safety: true });
  for (const said of [quiet({ until: now + 1 }), quiet({ apps: ['orders'] }), quiet({ guides: [key] })])
    expect(judgeUnasked(safety, said).fits).toBe(true);
  expect(judgeUnasked(safety, made(ended))).toMatchObject({ rule: 'dismissed' });
});
