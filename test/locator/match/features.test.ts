import { describe, expect, test } from 'vitest';
import type { AnchorQuery } from '../../../src/locator/match/anchor-query.ts';
import { type ComparisonContext, compare, type OwnFeatures } from '../../../src/locator/match/compare.ts';
import { featuresOf } from '../../../src/locator/match/features.ts';
import type { Candidate } from '../../../src/locator/page/candidate.ts';
import { hashLabel, hashWords } from '../../../src/locator/page/hash-words.ts';
import { signature } from './signature.ts';

const named = (label: string) => ({ label, key: hashLabel(label), name: hashWords(label) });

const control: Candidate = {
  ...named('Save'),
  element: {} as Element,
  role: 'button',
  tag: 'button',
  type: 'submit',
  ids: hashWords('save form'),
  href: hashWords('orders save'),
  icon: hashWords('disk'),
  row: hashWords('pumps valves'),
  section: hashWords('Orders'),
  precedingText: hashWords('Amount'),
  path: [],
  signature: signature('Save'),
  landmark: 'main',
  x: 10,
  y: 300,
  w: 100,
  h: 20,
};

const query: AnchorQuery = {
  role: 'button',
  tag: 'button',
  type: 'submit',
  keys: [control.key],
  name: control.name,
  ids: control.ids,
  href: control.href,
  icon: control.icon,
  row: control.row,
  section: control.section,
  precedingText: control.precedingText,
  landmark: 'main',
  box: [10, 300, 100, 20],
  windowWidth: 1000,
  neighbourhood: [],
  neighbourhoodIndex: -1,
  language: 'en',
  isInPageLanguage: false,
};

/** Every chance is another number, so that none can be taken for another. */
const context: ComparisonContext = {
  rarity: new Map(),
  windowWidth: 1000,
  familiarNames: 0.91,
  retainedShare: 0.82,
  sameBuildShare: 0.73,
  foreign: 0,
  orderAmbiguous: 0,
  namesakeCount: 1,
  noPartnerChance: 0.12,
  gapClosedChance: 0.23,
  alignedChance: [0.5],
  betweenChance: [0.34],
  alignedToOther: [0.45],
  claimedByOther: [0.56],
  oneOfSeveral: [0],
  otherKeys: new Set([hashLabel('Edit')]),
};

const unchanged: OwnFeatures = {
  role: 1,
  roleDiffers: 0,
  type: 1,
  typeDiffers: 0,
  wholeName: 1,
  name: 1,
  nameDiffers: 0,
  nameOnOneSide: 0,
  label: 1,
  labelDiffers: 0,
  landmarkDiffers: 0,
  y: 1,
  width: 1,
  height: 1,
  aligned: 0.5,
  alignedOnStablePage: 0.5 * 0.82,
  alignedOnSameBuild: 0.5 * 0.73 ** 2,
  betweenNeighbours: 0.34,
  alignedToOther: 0.45,
  claimedByOther: 0.56,
  nameOfOther: 0,
  familiarNames: 0.91,
  retainedShare: 0.82,
  foreign: 0,
  noPartner: 0.12,
  gapClosed: 0.23,
  ids: 1,
  idsDiffer: 0,
  href: 1,
  hrefDiffers: 0,
  icon: 1,
  iconDiffers: 0,
  row: 1,
  rowDiffers: 0,
  section: 1,
  sectionDiffers: 0,
  rowAmongSeveral: 0,
  rowDiffersAmongSeveral: 0,
};

interface Case {
  title: string;
  control?: Partial<Candidate>;
  query?: Partial<AnchorQuery>;
  context?: Partial<ComparisonContext>;
  /** The features that are not as in `unchanged`; all others must be. */
  changes: Partial<OwnFeatures>;
}

const other = hashWords('quite another');
const cases: Case[] = [
  { title: 'nothing differs', changes: {} },
  { title: 'another role of the same family', control: { role: 'link' }, changes: { role: 0 } },
  { title: 'a role of another family', control: { role: 'textbox' }, changes: { role: 0, roleDiffers: 1 } },
  { title: 'another type', control: { type: 'reset' }, changes: { type: 0, typeDiffers: 1 } },
  { title: 'another type on another element', control: { type: 'reset', tag: 'input' }, changes: { type: 0 } },
  {
    title: 'another name',
    control: named('Discard'),
    changes: { wholeName: 0, name: 0, nameDiffers: 0.91, label: 0, labelDiffers: 0.91 },
  },
  {
    title: 'the name of another control of the old page',
    control: named('Edit'),
    changes: { wholeName: 0, name: 0, nameDiffers: 0.91, label: 0, labelDiffers: 0.91, nameOfOther: 1 },
  },
  {
    title: 'a name that has a word more',
    control: named('Save draft'),
    changes: { wholeName: 0, name: 0.5, label: 0.5 },
  },
  {
    title: 'no name, and other words before it',
    control: { ...named(''), precedingText: other },
    changes: { wholeName: 0, name: 0, nameOnOneSide: 1, label: 0, labelDiffers: 0.91 },
  },
  {
    title: 'no name on either side: the words before it are the label',
    control: named(''),
    query: { name: [], keys: [0] },
    changes: { wholeName: 0, name: 0 },
  },
  { title: 'another landmark', control: { landmark: 'navigation' }, changes: { landmarkDiffers: 1 } },
  { title: '150 pixels lower', control: { y: 450 }, changes: { y: 0.5 } },
  { title: 'half as wide', control: { w: 50 }, changes: { width: 0.5 } },
  { title: 'as wide in a window twice as wide', context: { windowWidth: 2000 }, changes: { width: 0.5 } },
  { title: 'half as high', control: { h: 10 }, changes: { height: 0.5 } },
  { title: 'other identifiers', control: { ids: other }, changes: { ids: 0, idsDiffer: 1 } },
  { title: 'no identifiers', control: { ids: [] }, changes: { ids: 0 } },
  { title: 'another address', control: { href: other }, changes: { href: 0, hrefDiffers: 1 } },
  { title: 'another icon', control: { icon: other }, changes: { icon: 0, iconDiffers: 1 } },
  { title: 'another row', control: { row: other }, changes: { row: 0, rowDiffers: 0.91 } },
  { title: 'one of several alike', context: { oneOfSeveral: [1] }, changes: { rowAmongSeveral: 1 } },
  {
    title: 'one of several alike, in another row',
    control: { row: other },
    context: { oneOfSeveral: [1] },
    changes: { row: 0, rowDiffers: 1, rowDiffersAmongSeveral: 1 },
  },
  { title: 'another heading', control: { section: other }, changes: { section: 0, sectionDiffers: 0.91 } },
  {
    title: 'another heading, in the words of the language of the page',
    control: { section: other },
    query: { isInPageLanguage: true },
    changes: { section: 0, sectionDiffers: 1 },
  },
  {
    title: 'a page in another language where order is ambiguous',
    context: { foreign: 1, orderAmbiguous: 1 },
    changes: {
      foreign: 1,
      aligned: 0.25,
      alignedOnStablePage: 0.25 * 0.82,
      alignedOnSameBuild: 0.25 * 0.73 ** 2,
      betweenNeighbours: 0.17,
    },
  },
  { title: 'a page in another language where order is clear', context: { foreign: 1 }, changes: { foreign: 1 } },
  { title: 'a page with new words', context: { familiarNames: 0.4 }, changes: { familiarNames: 0.4 } },
  {
    title: 'a page where half of the controls moved',
    context: { retainedShare: 0.5 },
    changes: { retainedShare: 0.5, alignedOnStablePage: 0.25 },
  },
  { title: 'a page that was rebuilt', context: { sameBuildShare: 0 }, changes: { alignedOnSameBuild: 0 } },
  { title: 'a control that has no partner', context: { noPartnerChance: 0.99 }, changes: { noPartner: 0.99 } },
  { title: 'neighbours that are side by side', context: { gapClosedChance: 0.98 }, changes: { gapClosed: 0.98 } },
];

describe('compare', () => {
  test.each(cases)('$title', ({ control: own = {}, query: sought = {}, context: page = {}, changes }) => {
    const row = compare({ ...query, ...sought }, { ...control, ...own }, 0, { ...context, ...page });
    const rounded = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toFixed(6))]));
    const expected = Object.fromEntries(
      Object.entries({ ...unchanged, ...changes }).map(([name, value]) => [name, Number(value.toFixed(6))]),
    );
    expect(rounded).toEqual(expected);
  });

  test('every feature is shown to change with its own evidence', () => {
    const shown = new Set(cases.flatMap(({ changes }) => Object.keys(changes)));
    const byContext = ['alignedToOther', 'claimedByOther']; // numbers of their own in `unchanged`
    expect(Object.keys(unchanged).filter((name) => !shown.has(name) && !byContext.includes(name))).toEqual([]);
  });
});

describe('featuresOf', () => {
  const page = { width: 1000, language: 'en' };
  const element = () => ({}) as Element;
  const plain = { ids: [], href: [], icon: [], row: [], ...named('Other'), element: element(), precedingText: [] };
  const relativeOf = (...candidates: Candidate[]) =>
    featuresOf(query, page, candidates).map(({ bestName, bestIds, bestHref, bestIcon, bestLabel, bestRow, soleName }) => ({
      bestName,
      bestIds,
      bestHref,
      bestIcon,
      bestLabel,
      bestRow,
      soleName,
    }));
  const none = { bestName: 0, bestIds: 0, bestHref: 0, bestIcon: 0, bestLabel: 0, bestRow: 0, soleName: 0 };

  test('a control that is alike in everything is the best in everything', () => {
    const [best, rest] = relativeOf(control, { ...control, ...plain });
    expect(best).toEqual({ bestName: 1, bestIds: 1, bestHref: 1, bestIcon: 1, bestLabel: 1, bestRow: 1, soleName: 1 });
    expect(rest).toEqual(none);
  });

  test.each([
    ['ids', 'bestIds'],
    ['href', 'bestHref'],
    ['icon', 'bestIcon'],
    ['row', 'bestRow'],
  ] as const)('a control that is alike only in its %s is only %s', (list, feature) => {
    const [alike] = relativeOf({ ...control, ...plain, [list]: control[list] }, { ...control, ...plain });
    expect(alike).toEqual({ ...none, [feature]: 1 });
  });

  test('a control whose label is the words before it is only bestLabel', () => {
    const nameless: AnchorQuery = { ...query, name: [], keys: [0] };
    const [alike] = featuresOf(nameless, page, [
      { ...control, ...plain, ...named(''), precedingText: control.precedingText },
      { ...control, ...plain },
    ]);
    expect(alike).toMatchObject({ ...none, bestLabel: 1 });
  });

  test('two that tie share what they are best in', () => {
    const [one, other] = relativeOf(control, { ...control, element: element() });
    expect(one).toEqual({
      bestName: 0.5,
      bestIds: 0.5,
      bestHref: 0.5,
      bestIcon: 0.5,
      bestLabel: 0.5,
      bestRow: 0.5,
      soleName: 0.5,
    });
    expect(other).toEqual(one);
  });

  test('a control of another role family is the best in nothing', () => {
    const [field] = relativeOf({ ...control, role: 'textbox' }, { ...control, ...plain });
    expect(field).toEqual(none);
  });

  test('the best row is that of a control with the right name, where there is one', () => {
    const [rightName, rightRow] = relativeOf({ ...control, row: hashWords('pumps') }, { ...control, ...plain, row: control.row });
    expect([rightName!.bestRow, rightRow!.bestRow]).toEqual([1, 0]);
  });
});
