/** Which text is in a theme, and who put it there. */
export interface Membership {
  text: string;
  placedBy: 'machine' | 'person';
  /** As an ISO date with time. */
  placedAt: string;
}

/** A theme as it is stored: what grouping found, with what people made of it. */
export interface ListedTheme {
  id: string;
  /** The name that a person gave it. Without one it goes by its terms. */
  name?: string;
  /** A person made, named, merged, split or pinned it, so that grouping keeps it. */
  isPinned: boolean;
  memberships: readonly Membership[];
}

/** All themes of an app. Every text is in at most one of them. */
export interface ThemeList {
  themes: readonly ListedTheme[];
  /** What was changed, oldest first. It holds ids and names of themes, and no words of texts. */
  history: readonly ThemeChange[];
}

/** Who changes a list, and when. */
export interface ChangeStamp {
  /** The account of a person; undefined for the machine. */
  person?: string;
  at: string;
}

type ThemeChange = ChangeStamp & ThemeEdit;

export type ThemeEdit =
  | { kind: 'merge'; into: string; from: readonly MergedTheme[] }
  | { kind: 'split'; theme: string; into: string; texts: readonly string[] }
  | { kind: 'rename'; theme: string; before?: string; name: string }
  | { kind: 'pin' | 'unpin'; theme: string }
  | { kind: 'move'; text: string; from: string; to: string }
  | { kind: 'add'; texts: readonly string[] }
  | { kind: 'remove'; texts: readonly string[] }
  | { kind: 'regroup'; moves: number };

/** A theme that was merged into another, as it was before. */
interface MergedTheme {
  id: string;
  name?: string;
  texts: readonly string[];
}

type ThemeEditFailure =
  | 'unknown-theme'
  | 'unknown-text'
  | 'id-in-use'
  | 'empty-name'
  /** Merging a theme with itself, or moving a text to where it is. */
  | 'same-theme'
  /** A split that leaves nothing on one side. */
  | 'nothing-to-split'
  /** The list was changed since the proposal was made. */
  | 'outdated';

export type ThemeEditResult = { ok: true; list: ThemeList } | { ok: false; why: ThemeEditFailure };

export function emptyThemeList(): ThemeList {
  return { themes: [], history: [] };
}

export function findTheme(list: ThemeList, id: string): ListedTheme | undefined {
  return list.themes.find((theme) => theme.id === id);
}

export function themeOfText(list: ThemeList, text: string): ListedTheme | undefined {
  return list.themes.find(({ memberships }) => memberships.some((membership) => membership.text === text));
}

export function textsOf({ memberships }: ListedTheme): string[] {
  return memberships.map(({ text }) => text);
}

/** The list with these themes, and the edit in its history. */
export function changed(list: ThemeList, themes: readonly ListedTheme[], edit: ThemeEdit, stamp: ChangeStamp): ThemeEditResult {
  return { ok: true, list: { themes, history: [...list.history, { ...stamp, ...edit }] } };
}
