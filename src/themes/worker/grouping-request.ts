import type { PinnedTheme, TextTheme, ThemeText } from '../theme.ts';

/** What to group, and at which cuts: the slider's stops cost little once the texts are grouped. */
export interface GroupingRequest {
  texts: readonly ThemeText[];
  pins: readonly PinnedTheme[];
  cuts: readonly number[];
}

export interface CutThemes {
  cut: number;
  themes: TextTheme[];
}

/** What the thread tells: how much is done, from 0 to 1, and at the end the themes. */
export type WorkerReport = { progress: number } | { results: CutThemes[] };
