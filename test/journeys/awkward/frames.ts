import type { Rows } from './rows.ts';

/** Frames of other origins. */
export const frames: Rows = { everywhere: [], chromium: [] };
