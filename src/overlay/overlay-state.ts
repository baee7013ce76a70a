import { type Signal, signal } from '@preact/signals';
import type { Control } from '../model/control.ts';
import type { About, Choice } from '../model/entry.ts';
import type { LauncherSpot } from '../model/launcher-spot.ts';
import type { Way } from '../model/progress.ts';
import type { QuietWish } from '../model/quiet.ts';
import type { ShownStep, ShownTip, ShownWalkthrough } from '../model/shown.ts';
import type { Theme } from '../model/theme.ts';
import type { WalkState } from '../model/walk-state.ts';
import { type ContentActs, type ContentState, createContentState } from './content-state.ts';

/** A tip whose control was found. */
export interface PlacedTip {
  tip: ShownTip;
  beside: Element;
}

/** The step of a walkthrough that is on screen. */
export interface WalkOnScreen extends Omit<WalkState, 'step'> {
  guide: ShownWalkthrough;
  step: ShownStep;
  /** Counted from 0. */
  at: number;
  beside: Element | null;
  /** The person has told that the control is missing. */
  reported?: true;
}

/** How the ghost plays. */
export interface Playback {
  paused: boolean;
  /** Times the usual. */
  speed: number;
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
  playback: Signal<Playback>;
  /** A walkthrough that goes on in another tab, until the person answers the offer to go on here. */
  offered: Signal<ShownWalkthrough | null>;
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
    playback: signal({ paused: false, speed: 1 }),
    offered: signal(null),
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

/** What the person can do in a walkthrough. */
export interface WalkActs {
  next(): void;
  skip(): void;
  back(): void;
  leave(): void;
  way(way: Way): void;
  /** The ghost has shown the step. */
  played(): void;
  play(playback: Partial<Playback>): void;
  agree(): void;
  decline(): void;
  /** The control of the step is missing: one click of feedback. */
  report(): void;
  /** To where the step was last on screen. */
  comeBack(): void;
  /** It goes on in another tab: here instead, or not. */
  goOnHere(): void;
  notHere(): void;
}

/** What the person can do in the overlay. */
export interface OverlayActs {
  openTip(key: string): void;
  closeTip(): void;
  dismissTip(tip: ShownTip): void;
  begin(guide: ShownWalkthrough): void;
  beginFromTip(tip: ShownTip): void;
  walk: WalkActs;
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
