import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Answer } from '../model/entry/answer.ts';
import type { GuideSummary } from '../model/pack/guide-summary.ts';
import type {
  LocalizedChecklist,
  LocalizedChecklistItem,
  LocalizedGuide,
  LocalizedNotice,
  LocalizedQuestion,
  LocalizedReply,
  LocalizedWalkthrough,
} from '../model/pack/localized-guide.ts';
import type { ChecklistView } from '../model/person/personal-content.ts';
import type { Translate } from '../runtime/translate.ts';
import type { FormActions } from './ui/form-frame.tsx';

/** Guides that are shown unasked, one at a time. */
export type Prompt = LocalizedNotice | LocalizedQuestion | LocalizedReply;

export type ActivePrompt =
  | { kind: 'notice'; guide: LocalizedNotice }
  | { kind: 'question'; guide: LocalizedQuestion; stage: QuestionStage }
  /** `isOwn`: it answers feedback of this person. `target`: the control it is about, once found. */
  | { kind: 'reply'; guide: LocalizedReply; isOwn: boolean; target: Element | null };

export type QuestionStage =
  | { is: 'asking'; why?: string }
  /** Free text is typed in a frame of the extension. */
  | { is: 'writing'; formUrl: string }
  | { is: 'sending' }
  | { is: 'thanked' };

export interface ChecklistOnScreen {
  guide: LocalizedChecklist;
  done: readonly string[];
  view: ChecklistView;
  /** The person has just asked for this view, so the focus goes there. */
  focusOnShow: boolean;
}

export interface ContentState {
  /** Guides that apply here and now, best first. */
  applicableGuides: Signal<GuideSummary[]>;
  activePrompt: Signal<ActivePrompt | null>;
  checklists: Signal<ChecklistOnScreen[]>;
  appName: Signal<string>;
  /** A walkthrough runs in this tab. */
  promptsSuppressed: Signal<boolean>;
  /** A guide that the person has just hidden, as long as they can take that back in place. */
  hidden: Signal<LocalizedGuide | null>;
  /** The walkthrough that the organisation has just taken from this page, until the person has read so. */
  withdrawn: Signal<LocalizedWalkthrough | null>;
  /** What presents them, once this page has one of them. */
  presented: Signal<PresentedContent | null>;
}

/** How notices, questions, replies and checklists are drawn, and what the person can do with them. */
export interface PresentedContent {
  View: ComponentType<ContentProps>;
  css: string;
  actions: ContentActions;
}

export interface ContentProps {
  state: ContentState;
  t: Translate;
  actions: ContentActions;
  /** Moves the focus back to the page. */
  returnFocus: () => void;
}

export const createContentState = (): ContentState => ({
  applicableGuides: signal([]),
  activePrompt: signal(null),
  checklists: signal([]),
  appName: signal(''),
  promptsSuppressed: signal(false),
  hidden: signal(null),
  withdrawn: signal(null),
  presented: signal(null),
});

/** What the person can do with notices, questions, replies and checklists. */
export interface ContentActions {
  /** Goes to what a notice or reply leads to: its walkthrough or its link. */
  follow(guide: LocalizedNotice | LocalizedReply): void;
  /** The person does not want a notice or a question; a reply they have read is acknowledged. */
  dismiss(): void;
  acknowledge(): void;
  answer(answer: Answer): void;
  openAnswerForm(): void;
  form: FormActions;
  /** Removes a question that was answered. */
  close(): void;
  setChecklistView(guide: LocalizedChecklist, view: ChecklistView): void;
  /** Takes back that the person hid this guide. */
  restore(guide: LocalizedGuide): void;
  /** The guide stays hidden. */
  leaveHidden(): void;
  /** The person has read that a walkthrough was withdrawn. */
  leaveWithdrawn(): void;
  startItem(guide: LocalizedChecklist, item: LocalizedChecklistItem): void;
}
