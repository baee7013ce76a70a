import { type Signal, signal } from '@preact/signals';
import type { Answer } from '../model/answer.ts';
import type { ChecklistView } from '../model/own-content.ts';
import type { ShownChecklist, ShownGuide, ShownItem, ShownNotice, ShownQuestion, ShownReply } from '../model/shown.ts';
import type { FormActs } from './form-frame.tsx';

/** What may speak unasked, one at a time. */
export type Speaking = ShownNotice | ShownQuestion | ShownReply;

export type Spoken =
  | { kind: 'notice'; guide: ShownNotice }
  | { kind: 'question'; guide: ShownQuestion; stage: QuestionStage }
  /** `own`: it answers what this person said. `beside`: the control it is about, once found. */
  | { kind: 'reply'; guide: ShownReply; own: boolean; beside: Element | null };

export type QuestionStage =
  | { is: 'asking'; why?: string }
  /** Free text goes into a frame of ours. */
  | { is: 'writing'; formUrl: string }
  | { is: 'sending' }
  | { is: 'thanked' };

export interface ChecklistOnScreen {
  guide: ShownChecklist;
  done: readonly string[];
  view: ChecklistView;
  /** The person has just asked for it to stand so: the focus goes there. */
  asked: boolean;
}

export interface ContentState {
  /** Guides that fit here and now, best first. */
  fitting: Signal<ShownGuide[]>;
  spoken: Signal<Spoken | null>;
  checklists: Signal<ChecklistOnScreen[]>;
  appName: Signal<string>;
  /** A walkthrough runs in this tab. */
  hushed: Signal<boolean>;
}

export const createContentState = (): ContentState => ({
  fitting: signal([]),
  spoken: signal(null),
  checklists: signal([]),
  appName: signal(''),
  hushed: signal(false),
});

/** What the person can do with notices, questions, replies and checklists. */
export interface ContentActs {
  /** On from a notice or reply: its walkthrough or its link. */
  follow(guide: ShownNotice | ShownReply): void;
  /** No to a notice or question; a reply was seen. */
  dismiss(): void;
  seen(): void;
  answer(answer: Answer): void;
  write(): void;
  form: FormActs;
  /** What was asked is answered: away with it. */
  close(): void;
  viewChecklist(guide: ShownChecklist, view: ChecklistView): void;
  doItem(guide: ShownChecklist, item: ShownItem): void;
}
