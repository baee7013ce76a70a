import { describe, expect, test } from 'vitest';
import { judgeReach } from '../../../../src/hub/packs/releases/judge-reach.ts';
import type { ReleaseTerms } from '../../../../src/hub/packs/releases/offered-releases.ts';
import type { Reach } from '../../../../src/model/hub-api/releases.ts';

const now = new Date('2026-11-22T12:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const released = (version: number, more: Partial<ReleaseTerms> = {}): ReleaseTerms => ({
  ...{ version, channel: 'live', share: 100, departments: [], startsAt: null, endsAt: null, stoppedAt: null },
  ...more,
});
const wanted = (more: Partial<Reach> = {}): Reach => ({
  ...{ channel: 'live', share: 100, departments: [], from: null, until: null },
  ...more,
});
const tenPercent = released(2, { share: 10 });
const sales = released(2, { departments: ['Sales'] });

describe('the reach of version 2', () => {
  test.each<[string, ReleaseTerms[], Partial<Reach>]>([
    ['may be everybody as a first version', [], {}],
    ['may be a share beside a version for everybody', [released(1)], { share: 5 }],
    ['may be everybody while another version is rolled out, which it replaces', [released(1, { share: 10 })], {}],
    [
      'may be a share while another is rolled out in the other channel',
      [released(1, { channel: 'test', share: 10 })],
      { share: 5 },
    ],
    ['may be a share once the other roll-out was stopped', [released(1, { share: 10, stoppedAt: at(-1) })], { share: 5 }],
    ['may be a share once the time of the other roll-out is over', [released(1, { share: 10, endsAt: at(-1) })], { share: 5 }],
    ['may grow', [tenPercent], { share: 11 }],
    ['may stay as it is', [tenPercent], { share: 10 }],
    ['may become everybody', [tenPercent], {}],
    ['may get further departments', [sales], { departments: ['Support', 'Sales'] }],
    ['may become all departments', [sales], {}],
    ['may get an end', [tenPercent], { share: 10, until: at(1).toISOString() }],
    ['may lose its end after its time was over', [released(2, { endsAt: at(-1) })], {}],
    [
      'may be named with the time it began at',
      [released(2, { startsAt: at(-1), share: 10 })],
      { share: 10, from: at(-1).toISOString() },
    ],
    ['may shrink and move before it began', [released(2, { startsAt: at(1) })], { share: 1, from: at(2).toISOString() }],
    ['may go from test to live with a small share', [released(2, { channel: 'test' })], { share: 1 }],
    ['may go from test to live later', [released(2, { channel: 'test' })], { from: at(1).toISOString() }],
  ])('%s', (_, releases, reach) => {
    expect(judgeReach({ version: 2, wanted: wanted(reach), releases, now })).toEqual({ ok: true });
  });

  test.each<[string, ReleaseTerms[], Partial<Reach>, string]>([
    ['does not end before it begins', [], { from: at(2).toISOString(), until: at(1).toISOString() }, 'malformed'],
    ['has no end that has passed', [], { until: now.toISOString() }, 'malformed'],
    ['does not shrink', [tenPercent], { share: 9 }, 'narrower'],
    ['does not lose a department', [released(2, { departments: ['Sales', 'Support'] })], { departments: ['Sales'] }, 'narrower'],
    ['does not shrink from everybody to a department', [released(2)], { departments: ['Sales'] }, 'narrower'],
    ['does not begin later than it did', [tenPercent], { share: 10, from: at(1).toISOString() }, 'already-begun'],
    ['does not change once its roll-out was stopped', [released(2, { share: 10, stoppedAt: at(-1) })], {}, 'roll-out-stopped'],
    ['does not change once a higher version is for everybody', [tenPercent, released(3)], {}, 'superseded'],
    ['does not go from test to live below a live version', [released(2, { channel: 'test' }), released(3)], {}, 'superseded'],
    ['does not go back to test', [tenPercent], { channel: 'test' }, 'already-live'],
    ['is not a second roll-out', [released(1, { share: 10 })], { share: 5 }, 'other-roll-out'],
    [
      'is not a second roll-out to departments',
      [released(1, { departments: ['Sales'] })],
      { departments: ['Support'] },
      'other-roll-out',
    ],
    [
      'is not a roll-out beside one that is to come',
      [released(1, { share: 10, startsAt: at(1) })],
      { share: 5 },
      'other-roll-out',
    ],
    [
      'is not a second roll-out in test',
      [released(1, { channel: 'test', share: 10 })],
      { channel: 'test', share: 5 },
      'other-roll-out',
    ],
    [
      'is not promoted into a second roll-out',
      [released(1, { share: 10 }), released(2, { channel: 'test' })],
      { share: 5 },
      'other-roll-out',
    ],
  ])('%s', (_, releases, reach, kind) => {
    const judged = judgeReach({ version: 2, wanted: wanted(reach), releases, now });
    expect(judged).toMatchObject({ ok: false, why: { kind, remedy: expect.stringMatching(/\w/) } });
  });
});
