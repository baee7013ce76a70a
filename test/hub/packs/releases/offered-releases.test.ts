import { describe, expect, test } from 'vitest';
import { offeredReleases, type ReleaseTerms } from '../../../../src/hub/packs/releases/offered-releases.ts';
import { isRollOut, releaseState } from '../../../../src/hub/packs/releases/release-state.ts';

const now = new Date('2026-11-22T12:00:00Z');
const [earlier, later] = [new Date('2026-11-22T11:59:59Z'), new Date('2026-11-22T12:00:01Z')];

const live = (version: number, more: Partial<ReleaseTerms> = {}): ReleaseTerms => ({
  ...{ version, channel: 'live', share: 100, departments: [], startsAt: null, endsAt: null, stoppedAt: null },
  ...more,
});
const inTest = (version: number, more: Partial<ReleaseTerms> = {}) => live(version, { channel: 'test', ...more });

const versionsOf = (releases: ReleaseTerms[], channel: 'test' | 'live') =>
  offeredReleases(releases, channel, now).map(({ version, share }) => `${version}: ${share} %`);

describe('a channel is offered', () => {
  test.each<[string, ReleaseTerms[], string[], string[]]>([
    ['nothing of a pack without releases', [], [], []],
    ['the highest version for everybody', [live(1), live(3), live(2)], ['3: 100 %'], ['3: 100 %']],
    ['a roll-out above it', [live(1), live(2, { share: 10 })], ['2: 10 %', '1: 100 %'], ['2: 100 %']],
    ['a roll-out to departments', [live(1), live(2, { departments: ['Sales'] })], ['2: 100 %', '1: 100 %'], ['2: 100 %']],
    ['no roll-out below it', [live(3), live(2, { share: 10 })], ['3: 100 %'], ['3: 100 %']],
    ['a first roll-out alone', [live(1, { share: 10 })], ['1: 10 %'], ['1: 100 %']],
    [
      'a stopped roll-out',
      [live(1), live(2, { share: 10, stoppedAt: earlier })],
      ['2: 10 %', '1: 100 %'],
      ['2: 100 %', '1: 100 %'],
    ],
    [
      'the newer of a stopped roll-out and another',
      [live(1), live(2, { share: 10, stoppedAt: earlier }), live(3, { share: 5 })],
      ['3: 5 %', '1: 100 %'],
      ['3: 100 %'],
    ],
    [
      'no release that was stopped before it began',
      [live(1), live(2, { share: 10, startsAt: now, stoppedAt: earlier })],
      ['1: 100 %'],
      ['1: 100 %'],
    ],
    ['a scheduled version from its time on', [live(1), live(2, { startsAt: now })], ['2: 100 %'], ['2: 100 %']],
    ['no scheduled version before its time', [live(1), live(2, { startsAt: later })], ['1: 100 %'], ['1: 100 %']],
    ['no lower version once the time of one is over', [live(1), live(2, { endsAt: earlier })], ['2: 100 %'], ['2: 100 %']],
    ['a test version in test alone', [live(1), inTest(2)], ['1: 100 %'], ['2: 100 %']],
    ['a roll-out in test', [live(1), inTest(2, { share: 50 })], ['1: 100 %'], ['2: 50 %', '1: 100 %']],
    ['a live version in test too', [inTest(1), live(2)], ['2: 100 %'], ['2: 100 %']],
    ['a promoted version', [live(1), live(2, { share: 10 }), inTest(3)], ['2: 10 %', '1: 100 %'], ['3: 100 %']],
  ])('%s', (_, releases, inLive, inTestChannel) => {
    expect([versionsOf(releases, 'live'), versionsOf(releases, 'test')]).toEqual([inLive, inTestChannel]);
  });
});

describe('a release is', () => {
  test.each<[string, ReleaseTerms, ReleaseTerms[], boolean]>([
    ['offered', live(1), [], false],
    ['offered', live(2, { share: 99 }), [live(1)], true],
    ['offered', live(2, { departments: ['Sales'] }), [live(1)], true],
    ['offered', live(1), [live(2, { share: 50 })], false],
    ['offered', live(1), [inTest(2)], false],
    ['superseded', live(1), [live(2)], false],
    ['superseded', live(1, { share: 10 }), [live(2)], false],
    ['superseded', live(1, { endsAt: earlier }), [live(2)], false],
    ['superseded', live(1, { startsAt: later }), [live(2)], false],
    ['superseded', live(1), [live(2, { endsAt: now })], false],
    ['superseded', inTest(1), [live(2, { share: 10 })], false],
    ['offered', live(1), [live(2, { startsAt: later })], false],
    ['scheduled', live(1, { startsAt: later }), [], false],
    ['scheduled', live(1, { startsAt: later, share: 10 }), [], true],
    ['offered', live(1, { startsAt: now }), [], false],
    ['ended', live(1, { endsAt: now }), [], false],
    ['ended', live(1, { endsAt: earlier, share: 10 }), [], false],
    ['offered', live(1, { endsAt: later }), [], false],
    ['stopped', live(1, { stoppedAt: earlier, share: 10 }), [live(2)], false],
  ])('%s: %j among %j', (state, release, others, isOneOfRollOut) => {
    const all = [release, ...others];
    expect([releaseState(release, all, now), isRollOut(release, all, now)]).toEqual([state, isOneOfRollOut]);
  });
});
