import type { Anchor } from './anchor.ts';
import type { Checklist } from './checklist.ts';
import type { Condition } from './condition.ts';
import type { About } from './entry.ts';
import type { Guide, Tip } from './guide.ts';
import type { narrowing } from './narrowing.ts';
import type { Notice } from './notice.ts';
import type { Reply } from './reply.ts';
import type { Rich } from './rich.ts';
import { settledKey } from './settled.ts';
import type { Step } from './step.ts';
import type { StepAct } from './step-act.ts';
import type { Said } from './text.ts';

/** Rich text and the language it is in, for the `lang` attribute and the reading direction. */
export interface ShownBody {
  rich: Rich;
  language: string;
}

/** The pack a guide came in. */
export interface ShownPack {
  id: string;
  version: number;
  title: Said;
  /** Base language: what an anchor's plain name is in. */
  language: string;
  /** Sample data: said wherever the guide is shown. */
  sample: boolean;
}

/** A guide as the page gets it: in the person's language, nothing left to parse. Anchors keep their names in every language. */
interface ShownCommon extends Pick<Guide, 'id' | 'where' | 'who' | 'from' | 'until' | 'priority' | keyof typeof narrowing> {
  title: Said;
  app: string;
  pack: ShownPack;
}

export interface ShownTip extends ShownCommon {
  kind: 'tip';
  anchor: Anchor;
  body: ShownBody;
  /** A beacon if left out. */
  mark?: Tip['mark'];
  /** Id of the walkthrough of the same pack that the tip offers. */
  opens?: string;
}

type Unsaid = 'id' | 'anchor' | 'at' | 'go' | 'optional' | 'next';

export interface ShownStep extends Pick<Step, Unsaid> {
  title: Said;
  body: ShownBody;
  advance: ShownAdvance;
  checks?: { need: Condition; word: Said }[];
  wait?: { seconds: number; word?: Said };
  otherwise?: ShownBody;
  do?: ShownAct;
}

type ByInput = Extract<Step['advance'], { on: 'input' }>;
export type ShownAdvance = Exclude<Step['advance'], ByInput> | (Omit<ByInput, 'word'> & { word?: Said });

/** An option is known by its words in any language, as controls are by their names. */
export type ShownAct =
  | Exclude<StepAct, { act: 'fill' | 'choose' }>
  | { act: 'fill'; with: Said; risky?: boolean | undefined }
  | { act: 'choose'; option: Said; known: string[]; risky?: boolean | undefined };

export interface ShownWalkthrough extends ShownCommon {
  kind: 'walkthrough';
  steps: ShownStep[];
}

export interface ShownLink {
  /** An address inside the app, or a whole one that may be followed. */
  to: string;
  text: Said;
}

export interface ShownNotice extends ShownCommon {
  kind: 'notice';
  as: Notice['as'];
  /** About safety: shown in spite of quiet and of the caps. */
  safety: boolean;
  body: ShownBody;
  opens?: string;
  link?: ShownLink;
  /** Id of the walkthrough or checklist of the same pack that it announces. */
  announces?: string;
}

export interface ShownItem extends Omit<Checklist['items'][number], 'title' | 'body'> {
  title: Said;
  body?: ShownBody;
}

export interface ShownChecklist extends ShownCommon {
  kind: 'checklist';
  body?: ShownBody;
  items: ShownItem[];
  thanks?: ShownBody;
}

export type ShownAsked =
  | { what: 'umux-lite'; about?: Said }
  | { what: 'choice'; options: { id: string; text: Said }[] }
  | { what: 'words' };

export interface ShownQuestion extends ShownCommon {
  kind: 'question';
  body?: ShownBody;
  asks: ShownAsked;
}

export interface ShownReply extends ShownCommon {
  kind: 'reply';
  to: Reply['to'];
  for: Reply['for'];
  anchor?: Anchor;
  said: ShownBody;
  did: ShownBody;
  opens?: string;
  link?: ShownLink;
}

export type ShownGuide = ShownTip | ShownWalkthrough | ShownNotice | ShownChecklist | ShownQuestion | ShownReply;

/** A guide's name among all packs: `pack/guide`. */
export const guideKey = ({ pack, id }: ShownGuide): string => settledKey({ pack: pack.id, guide: id });

/** What an entry is about: the guide, and its step where one is open. */
export const aboutGuide = ({ pack, id }: ShownGuide, step?: string): About => ({
  pack: pack.id,
  version: pack.version,
  guide: id,
  ...(step && { step }),
});

/** The walkthrough of that pack and id, if it is among these. */
export const walkthroughOf = (
  guides: readonly ShownGuide[],
  pack: string,
  id: string | undefined,
): ShownWalkthrough | undefined =>
  guides.find((one): one is ShownWalkthrough => one.kind === 'walkthrough' && one.pack.id === pack && one.id === id);
