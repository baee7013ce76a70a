import { expect, test } from 'vitest';
import { alignmentContextOf } from '../../../src/locator/match/alignment-context.ts';
import { createAnchorQuery } from '../../../src/locator/match/anchor-query.ts';
import type { Candidate } from '../../../src/locator/page/candidate.ts';
import { hashWord } from '../../../src/locator/page/hash-words.ts';
import { signatureOf } from '../../../src/locator/page/signature.ts';

const withSignature = (seen: Candidate): Candidate => ({ ...seen, signature: signatureOf(seen, 1280) });
const control = (name: string, tag = 'button') =>
  withSignature({
    key: hashWord(name),
    role: 'button',
    tag,
    type: '',
    ids: [],
    href: [],
    classes: [],
    icon: [],
    path: [1, 2],
    x: 8,
    y: 8,
  } as unknown as Candidate);
const page = (...names: string[]) => names.map((name) => control(name));
const old = page('New', 'Edit', 'Copy', 'Delete', 'Print', '4711');
const contextOn = (now: Candidate[], language = '') =>
  alignmentContextOf(
    {
      ...createAnchorQuery({ role: 'button', language: 'en' }),
      neighbourhood: old.map(({ signature }) => signature),
      neighbourhoodIndex: 2,
    },
    now,
    {
      language,
    },
  );

test.each([
  ['the same page', old, 'en', { exact: 1, foreign: 0 }],
  [
    'a page built the same in other words',
    page('Neu', 'Bearbeiten', 'Kopieren', 'Löschen', 'Drucken', '4711'),
    '',
    { exact: 1, foreign: 1 },
  ],
  [
    'a page with one of five controls renamed',
    page('New', 'Change', 'Copy', 'Delete', 'Print', '4711'),
    'en',
    { exact: 1, foreign: 0.2 },
  ],
  ['the same page declared as another language', old, 'de-at', { exact: 1, foreign: 1 }],
  ['the same page declared as another variety of the language', old, 'en-gb', { exact: 1, foreign: 0 }],
  ['a page built from other elements', old.map((one) => withSignature({ ...one, tag: 'a' })), 'en', { exact: 0, foreign: 0 }],
])('build and language are told apart on %s', (_, now, language, expected) => {
  const { sameBuildShare, foreign } = contextOn(now, language);
  expect(sameBuildShare).toBeCloseTo(expected.exact);
  expect(foreign).toBeCloseTo(expected.foreign);
});

test('a removed control has no partner, and its neighbours have closed the gap', () => {
  const { noPartnerChance, gapClosedChance, alignedChance } = contextOn(page('New', 'Edit', 'Delete', 'Print', '4711'));
  expect(noPartnerChance).toBeGreaterThan(0.5);
  expect(gapClosedChance).toBeGreaterThan(0.5);
  expect(Math.max(...Array.from(alignedChance))).toBeLessThan(0.5);
});

test('a control that was another one on the old page is claimed by that one', () => {
  const { claimedByOther, alignedToOther, betweenChance } = contextOn(old);
  expect([...Array.from(claimedByOther)].map((share) => share > 0)).toEqual([true, true, false, true, true, true]);
  expect(alignedToOther[3]).toBeGreaterThan(0.9);
  expect(betweenChance[2]).toBeGreaterThan(0.8);
});
