import type { TextTheme } from '../theme.ts';
import {
  type ChangeStamp,
  changed,
  type ListedTheme,
  type Membership,
  type ThemeEditResult,
  type ThemeList,
  textsOf,
} from './theme-list.ts';

/** What grouping anew would change, for a person to look at. Nothing changes unless somebody accepts it. */
export interface RegroupingProposal {
  /** Texts that would move, in the order of their new themes. */
  moves: ProposedMove[];
  /** How many themes would be new. */
  newThemes: number;
  /** Themes that would lose all their texts and go. */
  emptied: string[];
}

interface ProposedMove {
  text: string;
  /** Where it is now; undefined for a text that is in no theme yet. */
  from: string | undefined;
  to: ProposedPlace;
}

/** A theme of the list, or one of the new ones by its number. */
type ProposedPlace = { theme: string } | { newTheme: number };

/**
 * The difference between a list and a grouping that had the themes decided by people as pins. A group continues the theme that is
 * not pinned and has most texts in common with it, so that only texts move that are really elsewhere. The list stays as it is.
 */
export function proposeRegrouping(list: ThemeList, grouped: readonly TextTheme[]): RegroupingProposal {
  const continued = matchThemes(list, grouped);
  const current = new Map(list.themes.flatMap((theme) => textsOf(theme).map((text) => [text, theme.id] as const)));
  const moves: ProposedMove[] = [];
  let newThemes = 0;
  for (const group of grouped) {
    const theme = group.pin ?? continued.get(group);
    const to: ProposedPlace = theme === undefined ? { newTheme: newThemes++ } : { theme };
    for (const text of group.members)
      if (theme === undefined || current.get(text) !== theme) moves.push({ text, from: current.get(text), to });
  }
  const destinations = new Set([...continued.values(), ...grouped.map(({ pin }) => pin)]);
  const emptied = list.themes.filter(({ id, isPinned }) => !isPinned && !destinations.has(id)).map(({ id }) => id);
  return { moves, newThemes, emptied };
}

/** Pairs groups with unpinned themes, those with most texts in common first; each is in one pair. */
function matchThemes(list: ThemeList, grouped: readonly TextTheme[]): Map<TextTheme, string> {
  const free = list.themes.filter(({ isPinned }) => !isPinned);
  const placedIn = new Map(free.flatMap((theme) => textsOf(theme).map((text) => [text, theme.id] as const)));
  const pairs = grouped
    .filter(({ pin }) => pin === undefined)
    .flatMap((group) => {
      const shared = new Map<string, number>();
      for (const text of group.members) {
        const theme = placedIn.get(text);
        if (theme !== undefined) shared.set(theme, (shared.get(theme) ?? 0) + 1);
      }
      return [...shared].map(([theme, count]) => ({ group, theme, count }));
    });
  const matched = new Map<TextTheme, string>();
  const used = new Set<string>();
  for (const { group, theme } of pairs.sort((a, b) => b.count - a.count)) {
    if (matched.has(group) || used.has(theme)) continue;
    matched.set(group, theme);
    used.add(theme);
  }
  return matched;
}

/** Moves the texts as a person agreed to. Refused if one of them is elsewhere by now, or if a pinned theme would lose one. */
export function acceptRegrouping(
  list: ThemeList,
  proposal: RegroupingProposal,
  stamp: ChangeStamp,
  createId: () => string,
): ThemeEditResult {
  const current = new Map(list.themes.flatMap((theme) => textsOf(theme).map((text) => [text, theme] as const)));
  const ids = new Set(list.themes.map(({ id }) => id));
  const isOutdated = proposal.moves.some(({ text, from, to }) => {
    const theme = current.get(text);
    return theme?.id !== from || theme?.isPinned || ('theme' in to && !ids.has(to.theme));
  });
  if (isOutdated) return { ok: false, why: 'outdated' };
  const moved = new Set(proposal.moves.map(({ text }) => text));
  const created = Array.from(
    { length: proposal.newThemes },
    (): ListedTheme => ({ id: createId(), isPinned: false, memberships: [] }),
  );
  const arrivals = new Map<string, Membership[]>();
  for (const { text, to } of proposal.moves) {
    const id = 'theme' in to ? to.theme : created[to.newTheme]!.id;
    arrivals.set(id, [...(arrivals.get(id) ?? []), { text, placedBy: 'machine', placedAt: stamp.at }]);
  }
  const themes = [...list.themes, ...created]
    .map((theme) => ({
      ...theme,
      memberships: [...theme.memberships.filter(({ text }) => !moved.has(text)), ...(arrivals.get(theme.id) ?? [])],
    }))
    .filter(({ isPinned, memberships }) => isPinned || memberships.length > 0);
  return changed(list, themes, { kind: 'regroup', moves: moved.size }, stamp);
}
