import { attention } from './attention.ts';
import { frames } from './frames.ts';
import { hostility } from './hostility.ts';
import { looks } from './looks.ts';
import type { Rows } from './rows.ts';
import { structure } from './structure.ts';
import type { Line } from './table.ts';

const parts = [structure, frames, attention, looks, hostility];

export const rows: Rows = {
  everywhere: parts.flatMap(({ everywhere }) => everywhere),
  chromium: parts.flatMap(({ chromium }) => chromium),
};

/** In the order of the table. */
export const lines: Line[] = parts.flatMap(({ everywhere, chromium }) => [...everywhere, ...chromium]);
