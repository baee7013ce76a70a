import { expect, test } from 'vitest';
import { guidesToLookAt, type HealthRow } from '../../../../src/hub/aggregates/guide-health/guides-to-look-at.ts';
import type { Share } from '../../../../src/model/hub-api/answer-figures.ts';

const row = (week: string, share: Share, more: Partial<HealthRow> = {}): HealthRow => ({
  ...{ pack: 'orders', guide: 'first', version: 1, week, health: { steps: { open: 'few', save: share }, routes: [] } },
  ...more,
});
const found = (...rows: HealthRow[]) => guidesToLookAt(rows).map(({ step, share, since }) => [step, share, since]);

test('a step that hardly anybody misses, or of which nothing is known, is not listed', () => {
  expect(found(row('2026-11-02', 'few'))).toEqual([]);
  expect(found(row('2026-11-02', 'withheld'))).toEqual([]);
});

test('a step is listed since the first week of those in a row in which people missed it, whatever was withheld between', () => {
  const rows = [row('2026-10-05', 30), row('2026-10-12', 'few'), row('2026-10-19', 20), row('2026-10-26', 'withheld')];
  expect(found(...rows, row('2026-11-02', 40))).toEqual([['save', 40, '2026-10-19']]);
});

test('what the newest version repaired is not listed, and what it did not goes back to an earlier version', () => {
  expect(found(row('2026-10-05', 30), row('2026-11-02', 'few', { version: 2 }))).toEqual([]);
  expect(found(row('2026-10-05', 30), row('2026-11-02', 'most', { version: 2 }))).toEqual([['save', 'most', '2026-10-05']]);
});

test('each version and each route is told with its share, the largest problem first', () => {
  const routes = [
    { route: '/a', steps: { save: 60 as Share } },
    { route: '/b', steps: { save: 'withheld' as Share } },
  ];
  const health = { steps: { save: 50 as Share, open: 90 as Share }, routes };
  const [first, second] = guidesToLookAt([row('2026-10-05', 20), row('2026-11-02', 50, { version: 2, health })]);
  expect(first).toMatchObject({ step: 'open', share: 90 });
  expect(second).toMatchObject({ step: 'save', routes: [{ route: '/a', share: 60 }] });
  expect(second!.versions).toEqual([
    { version: 2, week: '2026-11-02', share: 50 },
    { version: 1, week: '2026-10-05', share: 20 },
  ]);
});

const weakRow = (week: string, share: Share | undefined, more: Partial<HealthRow> = {}): HealthRow =>
  row(week, 'few', {
    health: { steps: { save: 'few' }, ...(share !== undefined && { weak: { save: share } }), routes: [] },
    ...more,
  });

test('a weak control is listed apart, since its own first week; rows of an earlier hub do not know it', () => {
  const rows = [weakRow('2026-10-05', undefined), weakRow('2026-10-12', 30), weakRow('2026-10-19', 40)];
  expect(guidesToLookAt(rows)).toMatchObject([{ step: 'save', what: 'weak', share: 40, since: '2026-10-12' }]);
  expect(guidesToLookAt([...rows, weakRow('2026-10-26', 'few')])).toEqual([]);
});

test('what is missed is listed before what is weak, whatever the shares', () => {
  const health = {
    steps: { save: 10 as Share, open: 'few' as Share },
    weak: { save: 30 as Share, open: 90 as Share },
    routes: [],
  };
  const listed = guidesToLookAt([row('2026-11-02', 10, { health })]).map(({ what, step }) => `${what} ${step}`);
  expect(listed).toEqual(['missing save', 'weak open', 'weak save']);
});

test('a weak control is told by page where that may be told', () => {
  const routes = [
    { route: '/a', steps: { save: 'few' as Share }, weak: { save: 60 as Share } },
    { route: '/b', steps: { save: 'withheld' as Share }, weak: { save: 'withheld' as Share } },
  ];
  const health = { steps: { save: 'few' as Share }, weak: { save: 40 as Share }, routes };
  expect(guidesToLookAt([row('2026-11-02', 'few', { health })])).toMatchObject([
    { what: 'weak', routes: [{ route: '/a', share: 60 }] },
  ]);
});
