import {
  type ChangeStamp,
  changed,
  findTheme,
  type ListedTheme,
  type ThemeEditResult,
  type ThemeList,
  textsOf,
  themeOfText,
} from './theme-list.ts';

/** A change by a person: the account and the time are both there. */
export type PersonStamp = ChangeStamp & { person: string };

/** Puts all texts of other themes into one. What was there already remains placed by whom it was. */
export function mergeThemes(
  list: ThemeList,
  { into, from }: { into: string; from: readonly string[] },
  stamp: PersonStamp,
): ThemeEditResult {
  const target = findTheme(list, into);
  const merged = [...new Set(from)].map((id) => findTheme(list, id));
  if (!target || merged.length === 0 || !merged.every((theme) => theme !== undefined)) return { ok: false, why: 'unknown-theme' };
  if (merged.includes(target)) return { ok: false, why: 'same-theme' };
  const added = merged.flatMap(({ memberships }) => memberships.map(({ text }) => placed(text, stamp)));
  const themes = list.themes
    .filter((theme) => !merged.includes(theme))
    .map((theme) => (theme === target ? { ...target, isPinned: true, memberships: [...target.memberships, ...added] } : theme));
  const before = merged.map((theme) => ({ id: theme.id, ...(theme.name && { name: theme.name }), texts: textsOf(theme) }));
  return changed(list, themes, { kind: 'merge', into, from: before }, stamp);
}

/** Takes some texts of a theme into one of their own. Both are pinned, so that grouping never joins them again. */
export function splitTheme(
  list: ThemeList,
  { theme: id, texts, newId }: { theme: string; texts: readonly string[]; newId: string },
  stamp: PersonStamp,
): ThemeEditResult {
  const theme = findTheme(list, id);
  if (!theme) return { ok: false, why: 'unknown-theme' };
  if (findTheme(list, newId)) return { ok: false, why: 'id-in-use' };
  const leaving = new Set(texts);
  const own = new Set(textsOf(theme));
  if (![...leaving].every((text) => own.has(text))) return { ok: false, why: 'unknown-text' };
  if (leaving.size === 0 || leaving.size === own.size) return { ok: false, why: 'nothing-to-split' };
  const remaining = { ...theme, isPinned: true, memberships: theme.memberships.filter(({ text }) => !leaving.has(text)) };
  const made: ListedTheme = { id: newId, isPinned: true, memberships: [...leaving].map((text) => placed(text, stamp)) };
  const themes = list.themes.flatMap((other) => (other === theme ? [remaining, made] : [other]));
  return changed(list, themes, { kind: 'split', theme: id, into: newId, texts: [...leaving] }, stamp);
}

/** Gives a theme a name of its own, and pins it: a name holds for what it was given to. */
export function renameTheme(
  list: ThemeList,
  { theme: id, name }: { theme: string; name: string },
  stamp: PersonStamp,
): ThemeEditResult {
  const theme = findTheme(list, id);
  if (!theme) return { ok: false, why: 'unknown-theme' };
  const trimmed = name.trim();
  if (trimmed === '') return { ok: false, why: 'empty-name' };
  const themes = replace(list, theme, { ...theme, name: trimmed, isPinned: true });
  return changed(list, themes, { kind: 'rename', theme: id, ...(theme.name && { before: theme.name }), name: trimmed }, stamp);
}

/** Whether grouping has to keep a theme as it is. A name stays when it is unpinned. */
export function setPinned(
  list: ThemeList,
  { theme: id, isPinned }: { theme: string; isPinned: boolean },
  stamp: PersonStamp,
): ThemeEditResult {
  const theme = findTheme(list, id);
  if (!theme) return { ok: false, why: 'unknown-theme' };
  const kind = isPinned ? 'pin' : 'unpin';
  return changed(list, replace(list, theme, { ...theme, isPinned }), { kind, theme: id }, stamp);
}

/** Puts one text into another theme, which is pinned, so that the text stays there. A theme that it leaves empty goes, unless it is pinned. */
export function moveText(list: ThemeList, { text, to }: { text: string; to: string }, stamp: PersonStamp): ThemeEditResult {
  const source = themeOfText(list, text);
  const target = findTheme(list, to);
  if (!target) return { ok: false, why: 'unknown-theme' };
  if (!source) return { ok: false, why: 'unknown-text' };
  if (source === target) return { ok: false, why: 'same-theme' };
  const remaining = { ...source, memberships: source.memberships.filter((membership) => membership.text !== text) };
  const grown = { ...target, isPinned: true, memberships: [...target.memberships, placed(text, stamp)] };
  const themes = list.themes
    .map((theme) => (theme === source ? remaining : theme === target ? grown : theme))
    .filter((theme) => theme.isPinned || theme.memberships.length > 0);
  return changed(list, themes, { kind: 'move', text, from: source.id, to }, stamp);
}

function placed(text: string, { at }: PersonStamp) {
  return { text, placedBy: 'person' as const, placedAt: at };
}

function replace(list: ThemeList, theme: ListedTheme, by: ListedTheme): ListedTheme[] {
  return list.themes.map((other) => (other === theme ? by : other));
}
