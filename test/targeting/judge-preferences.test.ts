import { expect, test } from 'vitest';
import { notMuted } from '../../src/model/person/mute.ts';
import { DISMISSAL_COOLDOWN_MS, judgePreferences, type PromptPreferences } from '../../src/targeting/judge-preferences.ts';
import { aNotice, aTip } from './a-guide.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const preferences: PromptPreferences = { mute: notMuted, guideHistories: {}, app: 'orders', now };
const key = 'basics/a-guide';
const withHistory = (history: object): PromptPreferences => ({
  ...preferences,
  guideHistories: { [key]: { dismissed: 0, done: false, ...history } },
});
const muted = (over: Partial<PromptPreferences['mute']>): PromptPreferences => ({
  ...preferences,
  mute: { ...notMuted, ...over },
});
const dismissedTwice = { dismissed: 2, dismissedAt: now - 2 * DISMISSAL_COOLDOWN_MS };

test.each([
  ['nothing said', preferences, undefined],
  ['muted for a while', muted({ until: now + 1 }), 'muted'],
  ['muted until a time that is past', muted({ until: now }), undefined],
  ['muted until unmuted', muted({ until: Number.MAX_SAFE_INTEGER }), 'muted'],
  ['muted in this app', muted({ apps: ['orders'] }), 'muted-app'],
  ['muted in another app', muted({ apps: ['mail'] }), undefined],
  ['this guide muted', muted({ guides: [key] }), 'muted-guide'],
  ['another guide muted', muted({ guides: ['basics/other'] }), undefined],
  ['dismissed just now', withHistory({ dismissed: 1, dismissedAt: now }), 'cooldown'],
  ['dismissed 29 days ago', withHistory({ dismissed: 1, dismissedAt: now - DISMISSAL_COOLDOWN_MS + 1 }), 'cooldown'],
  ['dismissed 30 days ago', withHistory({ dismissed: 1, dismissedAt: now - DISMISSAL_COOLDOWN_MS }), undefined],
  ['dismissed at a time nobody noted', withHistory({ dismissed: 1 }), undefined],
  ['dismissed twice, long ago', withHistory(dismissedTwice), 'dismissed'],
] as const)('%s', (_how, said, rule) => {
  for (const guide of [aTip(), aNotice()]) {
    const verdict = judgePreferences(guide, said);
    expect(verdict.fits ? undefined : verdict.rule).toBe(rule);
  }
});

test('a notice that was followed is not shown again', () => {
  expect(judgePreferences(aNotice(), withHistory({ done: true }))).toMatchObject({ rule: 'over' });
});

test('a notice about safety is shown although tips are muted, and ends after two dismissals', () => {
  const safety = aNotice({ safety: true });
  for (const said of [muted({ until: now + 1 }), muted({ apps: ['orders'] }), muted({ guides: [key] })])
    expect(judgePreferences(safety, said).fits).toBe(true);
  expect(judgePreferences(safety, withHistory(dismissedTwice))).toMatchObject({ rule: 'dismissed' });
});
