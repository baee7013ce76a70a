import { actions } from './actions.ts';
import { attention } from './attention.ts';
import { frames } from './frames.ts';
import { hostility } from './hostility.ts';
import { lifecycle } from './lifecycle.ts';
import { looks } from './looks.ts';
import type { Rows } from './rows.ts';
import { structure } from './structure.ts';
import type { Line } from './table.ts';

const parts: readonly [group: string, rows: Rows][] = [
  ['how a page is built: shadow roots, dialogs, popovers, lists, routes, frames of its own', structure],
  ['frames of other origins', frames],
  ['what becomes of a page: hydrated and replaced as a whole, translated, moved to another window', lifecycle],
  ['where the person is: focus that a page keeps, presses under a cover, the middle of a form', attention],
  ['what the person does in a step: presses, entries, and controls that come and go by them', actions],
  ['how it looks: right-to-left, vertical, zoom, narrow, print, dark, forced colours, touch and pen', looks],
  ['what it does against strangers: strict CSP, styles, removing, covering, cloning, patched built-ins', hostility],
];

export const rows: Rows = {
  everywhere: parts.flatMap(([, { everywhere }]) => everywhere),
  chromium: parts.flatMap(([, { chromium }]) => chromium),
};

/** In the order of the table. */
export const lines: Line[] = parts.flatMap(([group, { everywhere, chromium }]) =>
  [...everywhere, ...chromium].map((row) => ({ ...row, group })),
);
