import type { ChromiumVisit } from './chromium-visit.ts';
import type { Visit } from './visit.ts';

/** A row of the table: a page, what it does to us, what Cairn does there, and the proof of that. */
export type Row<V> = { page: string; does: string; shown: string; prove: (visit: V) => Promise<void> };

/** Tried in every browser, or in Chromium alone. */
export type Rows = { everywhere: Row<Visit>[]; chromium: Row<ChromiumVisit>[] };
