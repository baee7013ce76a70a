import type { PinnedTheme, TextTheme } from '../theme.ts';
import { type ChangeStamp, changed, type ListedTheme, type ThemeEditResult, type ThemeList, textsOf } from './theme-list.ts';

/** All themes as pins: new texts are added to what there is, and nothing that people have seen changes. This is the usual way. */
export function pinAll({ themes }: ThemeList): PinnedTheme[] {
  return themes.map((theme) => ({ id: theme.id, members: textsOf(theme) }));
}

/** Only what a person decided: for a proposal to regroup the rest. */
export function pinDecided({ themes }: ThemeList): PinnedTheme[] {
  return pinAll({ themes: themes.filter(({ isPinned }) => isPinned), history: [] });
}

/**
 * Adds the new texts of a grouping that had all themes as pins: to the themes that drew them in, and as new themes. Texts that are
 * in the list stay where they are. A grouping that was made of another state of the list is refused.
 */
export function addGroupedTexts(
  list: ThemeList,
  grouped: readonly TextTheme[],
  stamp: ChangeStamp,
  createId: () => string,
): ThemeEditResult {
  const ids = new Set(list.themes.map(({ id }) => id));
  const placedIn = new Map(list.themes.flatMap((theme) => textsOf(theme).map((text) => [text, theme.id] as const)));
  const isOutdated = grouped.some(
    ({ pin, members }) => (pin !== undefined && !ids.has(pin)) || members.some((text) => (placedIn.get(text) ?? pin) !== pin),
  );
  if (isOutdated) return { ok: false, why: 'outdated' };
  const added: string[] = [];
  const place = (texts: readonly string[]) => {
    const fresh = texts.filter((text) => !placedIn.has(text));
    added.push(...fresh);
    return fresh.map((text) => ({ text, placedBy: 'machine' as const, placedAt: stamp.at }));
  };
  const grown = list.themes.map((theme): ListedTheme => {
    const group = grouped.find(({ pin }) => pin === theme.id);
    return group ? { ...theme, memberships: [...theme.memberships, ...place(group.members)] } : theme;
  });
  const made = grouped
    .filter(({ pin }) => pin === undefined)
    .map(({ members }): ListedTheme => ({ id: createId(), isPinned: false, memberships: place(members) }));
  if (added.length === 0) return { ok: true, list };
  return changed(list, [...grown, ...made], { kind: 'add', texts: added }, stamp);
}

/** Takes out texts that were erased or struck, and themes that are empty then, unless a person pinned them. */
export function removeTexts(list: ThemeList, texts: readonly string[], stamp: ChangeStamp): ThemeEditResult {
  const gone = new Set(texts);
  const removed = list.themes.flatMap(textsOf).filter((text) => gone.has(text));
  if (removed.length === 0) return { ok: true, list };
  const themes = list.themes
    .map((theme) => ({ ...theme, memberships: theme.memberships.filter(({ text }) => !gone.has(text)) }))
    .filter(({ isPinned, memberships }) => isPinned || memberships.length > 0);
  return changed(list, themes, { kind: 'remove', texts: removed }, stamp);
}
