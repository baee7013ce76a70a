import { type Signal, signal } from '@preact/signals';
import type { Answer } from '../model/entry/answer.ts';
import type { GuideSummary } from '../model/pack/guide-summary.ts';
import type {
  LocalizedChecklist,
  LocalizedChecklistItem,
  LocalizedNotice,
  LocalizedQuestion,
  LocalizedReply,
} from '../model/pack/localized-guide.ts';
import type { ChecklistView } from '../model/person/personal-content.ts';
import type { FormActions } from './ui/form-frame.tsx';

/** What may speak unasked, one at a time. */
export type Prompt = LocalizedNotice | LocalizedQuestion | LocalizedReply;

export type ActivePrompt =
  | { kind: 'notice'; guide: LocalizedNotice }
  | { kind: 'question'; guide: LocalizedQuestion; stage: QuestionStage }
  /** `own`: it answers what this person said. `beside`: the control it is about, once found. */
  | { kind: 'reply'; guide: LocalizedReply; isOwn: boolean; target: Element | null };

export type QuestionStage =
  | { is: 'asking'; why?: string }
  /** Free text goes into a frame of ours. */
  | { is: 'writing'; formUrl: string }
  | { is: 'sending' }
  | { is: 'thanked' };

export interface ChecklistOnScreen {
  guide: LocalizedChecklist;
  done: readonly string[];
  view: ChecklistView;
  /** The person has just asked for it to stand so: the focus goes there. */
  focusOnShow: boolean;
}

export interface ContentState {
  /** Guides that fit here and now, best first. */
  applicableGuides: Signal<GuideSummary[]>;
  activePrompt: Signal<ActivePrompt | null>;
  checklists: Signal<ChecklistOnScreen[]>;
  appName: Signal<string>;
  /** A walkthrough runs in this tab. */
  promptsSuppressed: Signal<boolean>;
}

export const createContentState = (): ContentState => ({
  applicableGuides: signal([]),
  activePrompt: signal(null),
  checklists: signal([]),
  appName: signal(''),
  promptsSuppressed: signal(false),
});

/** What the person can do with notices, questions, replies and checklists. */
export interface ContentActions {
  /** On from a notice or reply: its walkthrough or its link. */
  follow(guide: LocalizedNotice | LocalizedReply): void;
  /** No to a notice or question; a reply was seen. */
  dismiss(): void;
  acknowledge(): void;
  answer(answer: Answer): void;
  openAnswerForm(): void;
  form: FormActions;
  /** What was asked is answered: away with it. */
  close(): void;
  setChecklistView(guide: LocalizedChecklist, view: ChecklistView): void;
  startItem(guide: LocalizedChecklist, item: LocalizedChecklistItem): void;
}
