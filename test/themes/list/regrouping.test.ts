import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupTexts } from '../../../src/themes/group-texts.ts';
import { mergeThemes, moveText, renameTheme, splitTheme } from '../../../src/themes/list/edit-themes.ts';
import { acceptRegrouping, proposeRegrouping } from '../../../src/themes/list/regrouping.ts';
import {
  emptyThemeList,
  type ThemeEditResult,
  type ThemeList,
  textsOf,
  themeOfText,
} from '../../../src/themes/list/theme-list.ts';
import { addGroupedTexts, pinAll, pinDecided, removeTexts } from '../../../src/themes/list/update-texts.ts';
import type { ThemeText } from '../../../src/themes/theme.ts';
import { sampleTexts } from '../sample-texts.ts';

const stamp = { at: '2026-03-03T09:00:00.000Z' };
const byAnna = { ...stamp, person: 'anna' };
const texts = sampleTexts('en', 'de');

function counter(prefix = 'theme'): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${prefix}-${last}`;
  };
}

function done(result: ThemeEditResult): ThemeList {
  if (!result.ok) throw new Error(result.why);
  return result.list;
}

function listFrom(all: readonly ThemeText[]): ThemeList {
  return done(addGroupedTexts(emptyThemeList(), groupTexts({ texts: all }), stamp, counter()));
}

/** Which texts are together, whatever the themes are called. */
const together = (themes: readonly (readonly string[])[]) =>
  themes
    .filter(({ length }) => length > 0)
    .map((members) => [...members].sort().join())
    .sort();

const list = listFrom(texts);

test('a list made from a grouping has every text once, placed by the machine', () => {
  const memberships = list.themes.flatMap((theme) => theme.memberships);
  expect(memberships.map(({ text }) => text).sort()).toEqual(texts.map(({ id }) => id).sort());
  expect(memberships.every(({ placedBy }) => placedBy === 'machine')).toBe(true);
});

test('new texts are added, and none of the others moves', () => {
  const later = texts.filter((_, index) => index % 3 === 0);
  const before = listFrom(texts.filter((_, index) => index % 3 !== 0));
  const after = done(addGroupedTexts(before, groupTexts({ texts, pins: pinAll(before) }), stamp, counter('later')));
  for (const theme of before.themes) {
    const now = after.themes.find(({ id }) => id === theme.id)!;
    expect(now.memberships.slice(0, theme.memberships.length)).toEqual(theme.memberships);
  }
  for (const { id } of later) expect(themeOfText(after, id)).toBeDefined();
  expect(after.history.at(-1)).toMatchObject({ kind: 'add' });
});

test('a grouping of an older state of the list is not added', () => {
  const grouped = groupTexts({ texts, pins: pinAll(list) });
  const [first, second] = list.themes;
  const edited = done(mergeThemes(list, { into: first!.id, from: [second!.id] }, byAnna));
  expect(addGroupedTexts(edited, grouped, stamp, counter())).toEqual({ ok: false, why: 'outdated' });
});

test('adding nothing new changes nothing', () => {
  expect(addGroupedTexts(list, groupTexts({ texts, pins: pinAll(list) }), stamp, counter())).toEqual({ ok: true, list });
});

test('grouping anew with the same texts proposes nothing', () => {
  const proposal = proposeRegrouping(list, groupTexts({ texts, pins: pinDecided(list) }));
  expect(proposal).toEqual({ moves: [], newThemes: 0, emptied: [] });
});

test('a proposal leaves the list as it is, keeps what people decided, and gives the grouping when it is accepted', () => {
  const edits = fc.array(
    fc.record({ kind: fc.constantFrom('merge', 'split', 'move', 'rename'), one: fc.nat(), other: fc.nat() }),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(edits, fc.constantFrom(0.4, 0.52, 0.64), (chosen, cut) => {
      const edited = chosen.reduce(applyEdit, list);
      const frozen = structuredClone(edited);
      const grouped = groupTexts({ texts, pins: pinDecided(edited) }, cut);
      const proposal = proposeRegrouping(edited, grouped);
      expect(edited).toEqual(frozen);
      const accepted = done(acceptRegrouping(edited, proposal, byAnna, counter('later')));
      expect(together(accepted.themes.map(textsOf))).toEqual(together(grouped.map(({ members }) => members)));
      for (const theme of edited.themes.filter(({ isPinned }) => isPinned)) {
        const now = accepted.themes.find(({ id }) => id === theme.id)!;
        expect(now.memberships.slice(0, theme.memberships.length)).toEqual(theme.memberships);
      }
      for (const id of proposal.emptied) expect(accepted.themes.find((theme) => theme.id === id)).toBeUndefined();
    }),
    { numRuns: 25, seed: 3 },
  );
});

interface RandomEdit {
  kind: string;
  one: number;
  other: number;
}

/** An edit of whatever theme the numbers choose; one that is refused changes nothing. */
function applyEdit(before: ThemeList, { kind, one, other }: RandomEdit): ThemeList {
  const theme = before.themes[one % before.themes.length]!;
  const second = before.themes[other % before.themes.length]!;
  const text = textsOf(second)[one % Math.max(1, second.memberships.length)] ?? '';
  const edits: Record<string, () => ThemeEditResult> = {
    merge: () => mergeThemes(before, { into: theme.id, from: [second.id] }, byAnna),
    split: () =>
      splitTheme(before, { theme: theme.id, texts: textsOf(theme).slice(0, 1), newId: `split-${one}-${other}` }, byAnna),
    move: () => moveText(before, { text, to: theme.id }, byAnna),
    rename: () => renameTheme(before, { theme: theme.id, name: `Name ${other}` }, byAnna),
  };
  const result = edits[kind]!();
  const after = result.ok ? result.list : before;
  expect(after.themes.flatMap(textsOf).sort()).toEqual(texts.map(({ id }) => id).sort());
  expect(after.history.length - before.history.length).toBe(result.ok ? 1 : 0);
  return after;
}

test('a proposal made before somebody moved one of its texts is refused', () => {
  const coarser = proposeRegrouping(list, groupTexts({ texts, pins: pinDecided(list) }, 0));
  const { text, from } = coarser.moves[0]!;
  const elsewhere = list.themes.find(({ id }) => id !== from)!;
  const moved = done(moveText(list, { text, to: elsewhere.id }, byAnna));
  expect(acceptRegrouping(moved, coarser, byAnna, counter('later'))).toEqual({ ok: false, why: 'outdated' });
});

test('a proposal made before somebody pinned what it would empty is refused', () => {
  const coarser = proposeRegrouping(list, groupTexts({ texts, pins: [] }, 0));
  const named = done(renameTheme(list, { theme: coarser.moves[0]!.from!, name: 'Stays' }, byAnna));
  expect(acceptRegrouping(named, coarser, byAnna, counter('later'))).toEqual({ ok: false, why: 'outdated' });
});

test('an erased text leaves its theme; a theme without texts goes unless a person decided on it', () => {
  const [first, second] = list.themes;
  const named = done(renameTheme(list, { theme: first!.id, name: 'Stays' }, byAnna));
  const after = done(removeTexts(named, [...textsOf(first!), ...textsOf(second!), 'never there'], stamp));
  expect(after.themes.find(({ id }) => id === first!.id)).toMatchObject({ name: 'Stays', memberships: [] });
  expect(after.themes.find(({ id }) => id === second!.id)).toBeUndefined();
  expect(removeTexts(after, ['never there'], stamp)).toEqual({ ok: true, list: after });
});
