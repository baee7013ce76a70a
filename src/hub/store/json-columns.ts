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

/** Shares of people by id of the step; of the guide's own control under the empty id. */
interface StoredStepShares {
  /** Of those who missed its control. */
  steps: Record<string, Share>;
  /** Of those for whom it was found with less confidence than recorded. Rows of earlier hubs do not have it. */
  weak?: Record<string, Share>;
}

/** How the controls of a guide fare, of everybody and by route, where enough people met the guide there. */
export interface StoredGuideHealth extends StoredStepShares {
  routes: (StoredStepShares & { route: string })[];
}
