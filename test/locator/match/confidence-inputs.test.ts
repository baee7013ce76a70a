import { describe, expect, test } from 'vitest';
import { type ConfidenceInputs, confidenceInputsOf, type RankingPosition } from '../../../src/locator/match/confidence-inputs.ts';
import type { FeatureRow } from '../../../src/locator/match/feature-row.ts';
import { featureNames } from '../../bench/locate/learn/priors.ts';

const noFeature = Object.fromEntries(featureNames.map((name) => [name, 0])) as unknown as FeatureRow;
const even: RankingPosition = { score: 0, lead: 0, share: 0.5 };
const base: ConfidenceInputs = {
  score: 0,
  lead: 0,
  share: 0,
  alignedOnStablePage: 0,
  alignedOnSameBuild: 0,
  foreign: 0,
  soleName: 0,
  bestLabelOfUnknownName: 0,
  unidentifiedOnUnfamiliarPage: 1,
  renamedWithoutProof: 0,
  idsDifferWithoutName: 0,
  namedOnOneSideWithoutProof: 0,
  iconDiffersWithoutProof: 0,
  roleDiffers: 0,
  rowDiffersWithoutSoleName: 0,
  rowDiffersAmongSeveral: 0,
  nameOfOther: 0,
};

interface Case {
  title: string;
  row?: Partial<FeatureRow>;
  position?: Partial<RankingPosition>;
  /** The inputs that are not as in `base`; all others must be. */
  changes: Partial<ConfidenceInputs>;
}

const identified = { ids: 1, bestIds: 1 };
const cases: Case[] = [
  { title: 'no feature', changes: {} },
  { title: 'a score of 5', position: { score: 5 }, changes: { score: 1 } },
  { title: 'a score beyond what counts', position: { score: 50 }, changes: { score: 2 } },
  { title: 'a lead of 4', position: { lead: 4 }, changes: { lead: 1 } },
  { title: 'nine tenths of the chances', position: { share: 0.9 }, changes: { share: Math.log(0.9001 / 0.1001) / 4 } },
  {
    title: 'order on a stable page',
    row: { alignedOnStablePage: 0.4 },
    changes: { alignedOnStablePage: 0.4, unidentifiedOnUnfamiliarPage: 0.6 },
  },
  { title: 'order on a page built the same', row: { alignedOnSameBuild: 0.4 }, changes: { alignedOnSameBuild: 0.4 } },
  { title: 'another language', row: { foreign: 0.4 }, changes: { foreign: 0.4 } },
  { title: 'familiar names', row: { familiarNames: 0.7 }, changes: { unidentifiedOnUnfamiliarPage: 0.3 } },
  { title: 'the only one of its name', row: { soleName: 1 }, changes: { soleName: 1 } },
  {
    title: 'the only one of its name in its row',
    row: { wholeName: 1, bestRow: 1, row: 0.2 },
    changes: { soleName: 0.6, unidentifiedOnUnfamiliarPage: 0.8 },
  },
  { title: 'the best label', row: { bestLabel: 0.5 }, changes: { bestLabelOfUnknownName: 0.5 } },
  { title: 'the best label, and the whole name is known', row: { bestLabel: 0.5, wholeName: 1 }, changes: {} },
  { title: 'the same icon', row: { icon: 1 }, changes: { unidentifiedOnUnfamiliarPage: 0 } },
  { title: 'identifiers of its own', row: identified, changes: { unidentifiedOnUnfamiliarPage: 0 } },
  { title: 'an address of its own', row: { href: 1, bestHref: 1 }, changes: { unidentifiedOnUnfamiliarPage: 0 } },
  { title: 'identifiers that many share', row: { ids: 1, bestIds: 0.1 }, changes: { unidentifiedOnUnfamiliarPage: 0.9 } },
  { title: 'another name', row: { nameDiffers: 0.8 }, changes: { renamedWithoutProof: 0.8 } },
  {
    title: 'another name, and identifiers of its own',
    row: { nameDiffers: 0.8, ...identified },
    changes: { unidentifiedOnUnfamiliarPage: 0 },
  },
  { title: 'other identifiers', row: { idsDiffer: 0.8 }, changes: { idsDifferWithoutName: 0.8 } },
  { title: 'other identifiers, and the whole name is known', row: { idsDiffer: 0.8, wholeName: 1 }, changes: {} },
  { title: 'other identifiers, and the same address', row: { idsDiffer: 0.8, href: 1 }, changes: {} },
  { title: 'a name on one side only', row: { nameOnOneSide: 0.8 }, changes: { namedOnOneSideWithoutProof: 0.8 } },
  {
    title: 'a name on one side only, and the same icon',
    row: { nameOnOneSide: 0.8, icon: 1 },
    changes: { unidentifiedOnUnfamiliarPage: 0 },
  },
  { title: 'another icon', row: { iconDiffers: 0.8 }, changes: { iconDiffersWithoutProof: 0.8 } },
  { title: 'another icon, and the same name', row: { iconDiffers: 0.8, name: 1 }, changes: {} },
  { title: 'another role family', row: { roleDiffers: 1 }, changes: { roleDiffers: 1 } },
  { title: 'another row', row: { rowDiffers: 0.8 }, changes: { rowDiffersWithoutSoleName: 0.8 } },
  { title: 'another row of the only one of its name', row: { rowDiffers: 0.8, soleName: 1 }, changes: { soleName: 1 } },
  { title: 'another row of one of several', row: { rowDiffersAmongSeveral: 0.8 }, changes: { rowDiffersAmongSeveral: 0.8 } },
  { title: 'the name of another control', row: { nameOfOther: 1 }, changes: { nameOfOther: 1 } },
];

describe('confidenceInputsOf', () => {
  const rounded = (inputs: ConfidenceInputs) =>
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, Number(value.toFixed(6))]));

  test.each(cases)('$title', ({ row = {}, position = {}, changes }) => {
    const inputs = confidenceInputsOf({ ...noFeature, ...row }, { ...even, ...position });
    expect(rounded(inputs)).toEqual(rounded({ ...base, ...changes }));
  });

  test('every input is shown to change with its own evidence', () => {
    const shown = new Set(cases.flatMap(({ changes }) => Object.keys(changes)));
    expect(Object.keys(base).filter((name) => !shown.has(name))).toEqual([]);
  });
});
