import type {
  LocalizedChecklist,
  LocalizedGuide,
  LocalizedNotice,
  LocalizedQuestion,
  LocalizedReply,
  LocalizedTip,
  LocalizedWalkthrough,
} from './localized-guide.ts';

/** What a page needs to decide whether, where and in which order a guide is shown. The rest of it is fetched by key when it is. */
type Summary<G extends LocalizedGuide, More extends keyof G = never> = Pick<
  G,
  'kind' | 'id' | 'app' | 'pack' | 'title' | 'priority' | 'where' | 'requiresControl' | More
>;

export type TipSummary = Summary<LocalizedTip, 'anchor'>;
export type WalkthroughSummary = Summary<LocalizedWalkthrough>;
export type NoticeSummary = Summary<LocalizedNotice, 'safety' | 'opens'>;
export type ChecklistSummary = Summary<LocalizedChecklist>;
export type QuestionSummary = Summary<LocalizedQuestion>;
export type ReplySummary = Summary<LocalizedReply, 'to' | 'for'>;

export type GuideSummary = TipSummary | WalkthroughSummary | NoticeSummary | ChecklistSummary | QuestionSummary | ReplySummary;
