import type { About } from '../entry/entry.ts';
import type { RichText } from '../text/rich-text.ts';
import type { LocalizedText } from '../text/text.ts';
import type { Anchor } from './anchor.ts';
import type { Checklist } from './checklist.ts';
import type { Condition } from './condition.ts';
import type { Guide, Tip } from './guide.ts';
import type { Notice } from './notice.ts';
import type { Reply } from './reply.ts';
import type { Step } from './step.ts';
import type { StepAct } from './step-act.ts';
import type { StepAdvance } from './step-advance.ts';
import type { targetingFields } from './targeting-fields.ts';

/** Rich text with its language, for the `lang` attribute and the reading direction. */
export interface LocalizedBody {
  rich: RichText;
  language: string;
}

/** The pack of a guide. */
export interface LocalizedPack {
  id: string;
  version: number;
  title: LocalizedText;
  /** Base language: the language of an anchor's plain name. */
  language: string;
  /** Sample data: labelled as such wherever the guide is shown. */
  sample: boolean;
}

/** A guide as the page gets it: in the person's language and fully parsed. Anchors keep their names in every language. */
interface LocalizedGuideBase
  extends Pick<Guide, 'id' | 'where' | 'who' | 'from' | 'until' | 'priority' | 'credit' | keyof typeof targetingFields> {
  title: LocalizedText;
  app: string;
  pack: LocalizedPack;
}

export interface LocalizedTip extends LocalizedGuideBase {
  kind: 'tip';
  anchor: Anchor;
  body: LocalizedBody;
  /** A beacon if left out. */
  mark?: Tip['mark'];
  /** Id of the walkthrough of the same pack that the tip offers. */
  opens?: string;
}

type LanguageNeutralField = 'id' | 'anchor' | 'at' | 'go' | 'optional' | 'next' | 'revealedBy';

export interface LocalizedStep extends Pick<Step, LanguageNeutralField> {
  title: LocalizedText;
  body: LocalizedBody;
  advance: LocalizedAdvance;
  checks?: { requires: Condition; message: LocalizedText }[];
  wait?: { seconds: number; message?: LocalizedText };
  fallbackBody?: LocalizedBody;
  do?: LocalizedStepAct;
}

type AdvanceOnInput = Extract<StepAdvance, { on: 'input' }>;
export type LocalizedAdvance =
  | Exclude<StepAdvance, { on: 'input' | 'choose' }>
  | (Omit<AdvanceOnInput, 'message'> & { message?: LocalizedText })
  | { on: 'choose'; option?: LocalizedText };

/** An option is found by its text in any language, as controls are by their names. */
export type LocalizedStepAct =
  | Exclude<StepAct, { act: 'fill' | 'choose' }>
  | { act: 'fill'; with: LocalizedText; risky?: boolean | undefined }
  | { act: 'choose'; option: LocalizedText; known: string[]; risky?: boolean | undefined };

export interface LocalizedWalkthrough extends LocalizedGuideBase {
  kind: 'walkthrough';
  steps: LocalizedStep[];
}

export interface LocalizedLink {
  /** An address inside the app, or a whole one that may be followed. */
  to: string;
  text: LocalizedText;
}

export interface LocalizedNotice extends LocalizedGuideBase {
  kind: 'notice';
  as: Notice['as'];
  /** About safety: shown although tips are muted and caps are reached. */
  safety: boolean;
  body: LocalizedBody;
  /** Id of the walkthrough or checklist of the same pack that it offers. */
  opens?: string;
  link?: LocalizedLink;
}

export interface LocalizedChecklistItem extends Omit<Checklist['items'][number], 'title' | 'body'> {
  title: LocalizedText;
  body?: LocalizedBody;
}

export interface LocalizedChecklist extends LocalizedGuideBase {
  kind: 'checklist';
  body?: LocalizedBody;
  items: LocalizedChecklistItem[];
  thanks?: LocalizedBody;
}

export type LocalizedQuestionType =
  | { what: 'umux-lite'; about?: LocalizedText }
  | { what: 'choice'; options: { id: string; text: LocalizedText }[] }
  | { what: 'words' };

export interface LocalizedQuestion extends LocalizedGuideBase {
  kind: 'question';
  body?: LocalizedBody;
  asks: LocalizedQuestionType;
}

export interface LocalizedReply extends LocalizedGuideBase {
  kind: 'reply';
  to: Reply['to'];
  for: Reply['for'];
  anchor?: Anchor;
  youSaid: LocalizedBody;
  weDid: LocalizedBody;
  opens?: string;
  link?: LocalizedLink;
}

export type LocalizedGuide =
  | LocalizedTip
  | LocalizedWalkthrough
  | LocalizedNotice
  | LocalizedChecklist
  | LocalizedQuestion
  | LocalizedReply;

/** The reference of an entry to a guide, and to its step if one is open. */
export const aboutGuide = ({ pack, id }: { pack: { id: string; version: number }; id: string }, step?: string): About => ({
  pack: pack.id,
  version: pack.version,
  guide: id,
  ...(step && { step }),
});
