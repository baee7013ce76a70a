import { type Signal, signal } from '@preact/signals';
import type { Control } from '../model/control.ts';
import type { About, Choice } from '../model/entry.ts';
import type { LauncherSpot } from '../model/launcher-spot.ts';
import type { QuietWish } from '../model/quiet.ts';
import type { ShownStep, ShownTip, ShownWalkthrough } from '../model/shown.ts';
import type { Theme } from '../model/theme.ts';
import { type ContentActs, type ContentState, createContentState } from './content-state.ts';

/** A tip whose control was found. */
export interface PlacedTip {
  tip: ShownTip;
  beside: Element;
}

/** The step of a walkthrough that is on screen. */
export interface WalkOnScreen {
  guide: ShownWalkthrough;
  step: ShownStep;
  /** Counted from 0. */
  at: number;
  phase: 'elsewhere' | 'seeking' | 'showing' | 'missing' | 'finished';
  beside: Element | null;
}

/** What goes along with a click of feedback, so that the person can see it before they click. */
export interface FeedbackContext {
  app: string;
  route: string;
  control?: Control;
  about?: About;
}

export type FeedbackPanel =
  | { shows: 'closed' }
  | { shows: 'choices'; context: FeedbackContext }
  | { shows: 'sending'; choice: Choice }
  | { shows: 'sent'; choice: Choice; formUrl: string | null }
  | { shows: 'failed'; choice: Choice; why: string; context: FeedbackContext };

/** Everything that is on screen. One for each page; thrown away with it. */
export interface OverlayState {
  tips: Signal<PlacedTip[]>;
  openTip: Signal<string | null>;
  walk: Signal<WalkOnScreen | null>;
  panel: Signal<FeedbackPanel>;
  /** Walkthroughs that fit here, for the panel. */
  guides: Signal<ShownWalkthrough[]>;
  /** Is the feedback button there at all? */
  feedback: Signal<boolean>;
  theme: Signal<Theme | null>;
  /** Is it quiet here, as the person asked? */
  quiet: Signal<boolean>;
  /** Where the person has put the feedback button, if they moved it. */
  launcher: Signal<LauncherSpot | null>;
  /** Notices, questions, replies and checklists. */
  content: ContentState;
  /** Said to screen readers, politely. */
  said: Signal<string>;
}

export function createOverlayState(): OverlayState {
  return {
    tips: signal([]),
    openTip: signal(null),
    walk: signal(null),
    panel: signal({ shows: 'closed' }),
    guides: signal([]),
    feedback: signal(false),
    theme: signal(null),
    quiet: signal(false),
    launcher: signal(null),
    content: createContentState(),
    said: signal(''),
  };
}

/** What the person can do in the overlay. */
export interface OverlayActs {
  openTip(key: string): void;
  closeTip(): void;
  dismissTip(tip: ShownTip): void;
  begin(guide: ShownWalkthrough): void;
  beginFromTip(tip: ShownTip): void;
  next(): void;
  back(): void;
  leave(): void;
  /** The focus goes back to the page. */
  giveBack(): void;
  go(address: string): void;
  openPanel(): void;
  closePanel(): void;
  give(choice: Choice, context: FeedbackContext): void;
  quiet(wish: QuietWish): void;
  moveLauncher(spot: LauncherSpot): void;
  content: ContentActs;
}
