import { expect, test } from 'vitest';
import { mergeThemes, moveText, renameTheme, setPinned, splitTheme } from '../../../src/themes/list/edit-themes.ts';
import { findTheme, type ThemeEditResult, type ThemeList, textsOf, themeOfText } from '../../../src/themes/list/theme-list.ts';

const MORNING = '2026-03-02T08:00:00.000Z';
const stamp = { person: 'anna', at: '2026-03-03T09:00:00.000Z' };

function listOf(themes: Record<string, string[]>): ThemeList {
  return {
    themes: Object.entries(themes).map(([id, texts]) => ({
      id,
      isPinned: false,
      memberships: texts.map((text) => ({ text, placedBy: 'machine' as const, placedAt: MORNING })),
    })),
    history: [],
  };
}

function done(result: ThemeEditResult): ThemeList {
  if (!result.ok) throw new Error(result.why);
  return result.list;
}

const list = listOf({ print: ['p1', 'p2', 'p3'], paper: ['q1'], login: ['l1', 'l2'] });

test('merging puts all texts into one theme, and stores who placed each and when', () => {
  const merged = done(mergeThemes(list, { into: 'print', from: ['paper'] }, stamp));
  expect(findTheme(merged, 'paper')).toBeUndefined();
  const print = findTheme(merged, 'print')!;
  expect(print.isPinned).toBe(true);
  expect(print.memberships[0]).toEqual({ text: 'p1', placedBy: 'machine', placedAt: MORNING });
  expect(print.memberships.at(-1)).toEqual({ text: 'q1', placedBy: 'person', placedAt: stamp.at });
  expect(merged.history).toEqual([{ ...stamp, kind: 'merge', into: 'print', from: [{ id: 'paper', texts: ['q1'] }] }]);
});

test('splitting makes a second theme, and pins both', () => {
  const split = done(splitTheme(list, { theme: 'print', texts: ['p2'], newId: 'pdf' }, stamp));
  expect(textsOf(findTheme(split, 'print')!)).toEqual(['p1', 'p3']);
  expect(findTheme(split, 'pdf')).toEqual({
    id: 'pdf',
    isPinned: true,
    memberships: [{ text: 'p2', placedBy: 'person', placedAt: stamp.at }],
  });
  expect(findTheme(split, 'print')!.isPinned).toBe(true);
});

test('a name is trimmed, pins the theme, and the one before is in the history', () => {
  const once = done(renameTheme(list, { theme: 'print', name: ' Printing ' }, stamp));
  const twice = done(renameTheme(once, { theme: 'print', name: 'On paper' }, stamp));
  expect(findTheme(twice, 'print')).toMatchObject({ name: 'On paper', isPinned: true });
  expect(twice.history.at(-1)).toEqual({ ...stamp, kind: 'rename', theme: 'print', before: 'Printing', name: 'On paper' });
});

test('a theme is pinned and unpinned, and keeps its name', () => {
  const named = done(renameTheme(list, { theme: 'print', name: 'Printing' }, stamp));
  const unpinned = done(setPinned(named, { theme: 'print', isPinned: false }, stamp));
  expect(findTheme(unpinned, 'print')).toMatchObject({ name: 'Printing', isPinned: false });
  expect(unpinned.history.map(({ kind }) => kind)).toEqual(['rename', 'unpin']);
});

test('a text is moved to another theme, which is pinned then; a theme that it leaves empty goes', () => {
  const moved = done(moveText(list, { text: 'q1', to: 'login' }, stamp));
  expect(themeOfText(moved, 'q1')!.id).toBe('login');
  expect(findTheme(moved, 'login')!.isPinned).toBe(true);
  expect(findTheme(moved, 'paper')).toBeUndefined();
});

test('a pinned theme stays when its last text is moved away', () => {
  const pinned = done(setPinned(list, { theme: 'paper', isPinned: true }, stamp));
  expect(findTheme(done(moveText(pinned, { text: 'q1', to: 'login' }, stamp)), 'paper')!.memberships).toEqual([]);
});

test.each([
  ['merging what is not there', mergeThemes(list, { into: 'print', from: ['gone'] }, stamp), 'unknown-theme'],
  ['merging into what is not there', mergeThemes(list, { into: 'gone', from: ['print'] }, stamp), 'unknown-theme'],
  ['merging nothing', mergeThemes(list, { into: 'print', from: [] }, stamp), 'unknown-theme'],
  ['merging a theme with itself', mergeThemes(list, { into: 'print', from: ['paper', 'print'] }, stamp), 'same-theme'],
  ['splitting what is not there', splitTheme(list, { theme: 'gone', texts: ['p1'], newId: 'n' }, stamp), 'unknown-theme'],
  [
    'splitting off a text of another theme',
    splitTheme(list, { theme: 'print', texts: ['l1'], newId: 'n' }, stamp),
    'unknown-text',
  ],
  ['splitting off everything', splitTheme(list, { theme: 'paper', texts: ['q1', 'q1'], newId: 'n' }, stamp), 'nothing-to-split'],
  ['splitting off nothing', splitTheme(list, { theme: 'print', texts: [], newId: 'n' }, stamp), 'nothing-to-split'],
  ['splitting under an id in use', splitTheme(list, { theme: 'print', texts: ['p1'], newId: 'login' }, stamp), 'id-in-use'],
  ['an empty name', renameTheme(list, { theme: 'print', name: '  ' }, stamp), 'empty-name'],
  ['naming what is not there', renameTheme(list, { theme: 'gone', name: 'x' }, stamp), 'unknown-theme'],
  ['pinning what is not there', setPinned(list, { theme: 'gone', isPinned: true }, stamp), 'unknown-theme'],
  ['moving to what is not there', moveText(list, { text: 'p1', to: 'gone' }, stamp), 'unknown-theme'],
  ['moving a text of no theme', moveText(list, { text: 'x', to: 'print' }, stamp), 'unknown-text'],
  ['moving a text to where it is', moveText(list, { text: 'p1', to: 'print' }, stamp), 'same-theme'],
])('%s is refused', (_, result, why) => {
  expect(result).toEqual({ ok: false, why });
});
