import type { Share } from '../../model/hub-api/answer-figures.ts';
import type { Text } from '../../model/text/text.ts';

/** What is stored of the answers to a question. No single answer can be read from it; comments are in a table of their own. */
export type StoredFigure =
  | { what: 'umux-lite'; score: number; low: number; high: number }
  | { what: 'choice'; shares: Record<string, Share> }
  | { what: 'words' };

/** Titles of a pack's guides by guide id, of their steps by step id, and the options of a question. Rows of older packs have no options. */
export type PackTitles = Record<string, { title: Text; steps: Record<string, Text>; options?: OptionTitle[] }>;

/** Options are a list, because PostgreSQL's `jsonb` does not preserve the order of an object's fields. */
export interface OptionTitle {
  id: string;
  text: Text;
}

/** How often the health of each guide of a version was judged, by guide id, and how many people counted at the last time. */
export type GuideChecks = Record<string, { checks: number; people: number }>;

/** The share of people who missed the control of each step of a guide, by id of the step; of the guide's own control under the empty id. */
export interface StoredGuideHealth {
  steps: Record<string, Share>;
  /** The same by route, where enough people met the guide there. */
  routes: { route: string; steps: Record<string, Share> }[];
}
