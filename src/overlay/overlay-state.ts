import { type Signal, signal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import type { Control, ObservedControl } from '../model/entry/control.ts';
import type { About } from '../model/entry/entry.ts';
import type { WalkthroughSummary } from '../model/pack/guide-summary.ts';
import type { LocalizedStep, LocalizedTip, LocalizedWalkthrough } from '../model/pack/localized-guide.ts';
import type { Theme } from '../model/pack/theme.ts';
import type { CardSpot } from '../model/person/card-spot.ts';
import type { LauncherSpot } from '../model/person/launcher-spot.ts';
import type { MuteRequest } from '../model/person/mute.ts';
import type { WalkMode } from '../model/person/progress.ts';
import type { WalkState } from '../model/person/walk-state.ts';
import type { Translate } from '../runtime/translate.ts';
import { type ContentState, createContentState } from './content-state.ts';
import type { FormActions } from './ui/form-frame.tsx';

/** A tip whose control was found. */
export interface PlacedTip {
  tip: LocalizedTip;
  target: Element;
}

/** The step of a walkthrough that is on screen. */
export interface WalkOnScreen extends Omit<WalkState, 'step'> {
  guide: LocalizedWalkthrough;
  step: LocalizedStep;
  /** Counted from 0. */
  stepIndex: number;
  target: Element | null;
  /** The person has reported that the control is missing. */
  reported?: true;
}

/** How the ghost pointer plays the steps. */
export interface Playback {
  paused: boolean;
  /** A multiple of the usual speed. */
  speed: number;
}

export interface GhostProps {
  walk: WalkOnScreen;
  /** The control, while the person sees it. */
  target: Element | null;
  playback: Playback;
  outOfSight: boolean;
  onPlayed: () => void;
}

export interface PlayButtonsProps {
  walk: WalkOnScreen;
  playback: Playback;
  /** Another button is the main one. */
  hasMain: boolean;
  t: Translate;
  actions: WalkActions;
}

/** Draws what plays a walkthrough; its script is injected when the person first asks to be shown one. */
export interface PlaybackViews {
  Ghost: (props: GhostProps) => JSX.Element;
  PlayButtons: (props: PlayButtonsProps) => JSX.Element;
  css: string;
}

/** What is sent along with a click of feedback; the person can see it before they click. */
export interface FeedbackContext {
  app: string;
  route: string;
  control?: ObservedControl;
  /** What of the control is recorded, once the background has said so. */
  disclosed?: Control;
  /** The person wants the name of the control to be sent although it is otherwise withheld. */
  includeName?: boolean;
  about?: About;
}

type FeedbackPanel =
  | { shows: 'closed' }
  /** The choices stand in a frame of the extension, so that the page cannot tell which one is pressed. */
  | { shows: 'choices'; context: FeedbackContext; formUrl: string | null }
  | { shows: 'failed'; why: string };

export interface FeedbackPanelProps {
  state: OverlayState;
  /** The button that it opens from. */
  launcherButton: RefObject<HTMLElement | null>;
  t: Translate;
  actions: OverlayActions;
  close: () => void;
}

export type FeedbackPanelComponent = (props: FeedbackPanelProps) => JSX.Element;

/** Everything that is on screen. There is one for each page, and it goes with the page. */
export interface OverlayState {
  tips: Signal<PlacedTip[]>;
  openTip: Signal<string | null>;
  walk: Signal<WalkOnScreen | null>;
  /** Where the person has put the card of this walkthrough. */
  cardSpot: Signal<CardSpot | null>;
  playback: Signal<Playback>;
  playbackViews: Signal<PlaybackViews | null>;
  /** A walkthrough that runs in another tab, until the person answers the offer to continue here. */
  walkOffer: Signal<LocalizedWalkthrough | null>;
  panel: Signal<FeedbackPanel>;
  /** Draws the panel; its script is injected when the person first opens it. */
  panelView: Signal<{ View: FeedbackPanelComponent; css: string } | null>;
  /** Walkthroughs that apply here, for the panel. */
  guides: Signal<WalkthroughSummary[]>;
  /** Whether there is a feedback button at all. */
  feedbackEnabled: Signal<boolean>;
  theme: Signal<Theme | null>;
  /** Whether the person has muted this app. */
  isMuted: Signal<boolean>;
  /** Where the person has put the feedback button, if they moved it. */
  launcherSpot: Signal<LauncherSpot | null>;
  /** Notices, questions, replies and checklists. */
  content: ContentState;
  /** Announced by screen readers, politely. */
  announcement: Signal<string>;
}

export function createOverlayState(): OverlayState {
  return {
    tips: signal([]),
    openTip: signal(null),
    walk: signal(null),
    cardSpot: signal(null),
    playback: signal({ paused: false, speed: 1 }),
    playbackViews: signal(null),
    walkOffer: signal(null),
    panel: signal({ shows: 'closed' }),
    panelView: signal(null),
    guides: signal([]),
    feedbackEnabled: signal(false),
    theme: signal(null),
    isMuted: signal(false),
    launcherSpot: signal(null),
    content: createContentState(),
    announcement: signal(''),
  };
}

/** What the person can do in a walkthrough. */
export interface WalkActions {
  next(): void;
  skip(): void;
  back(): void;
  leave(): void;
  setMode(mode: WalkMode): void;
  /** The ghost pointer has shown the step. */
  completePlayback(): void;
  setPlayback(playback: Partial<Playback>): void;
  approve(): void;
  decline(): void;
  /** Sends one click of feedback: the control of the step is missing. */
  reportMissing(): void;
  /** Goes to where the step was last on screen. */
  returnToStep(): void;
  /** Puts the card there for the rest of the walkthrough; null puts it back. */
  moveCard(spot: CardSpot | null): void;
  /** Answers the offer of a walkthrough that runs in another tab. */
  continueHere(): void;
  declineOffer(): void;
}

/** What the person can do in the overlay. */
export interface OverlayActions {
  openTip(key: string): void;
  closeTip(): void;
  dismissTip(tip: LocalizedTip): void;
  startGuide(guide: WalkthroughSummary): void;
  startFromTip(tip: LocalizedTip): void;
  walk: WalkActions;
  /** Moves the focus back to the page. */
  returnFocus(): void;
  navigate(url: string): void;
  openPanel(): void;
  /** Opens the choices of feedback in a window of their own. */
  openFeedbackWindow(): void;
  closePanel(): void;
  includeName(include: boolean): void;
  setMute(wish: MuteRequest): void;
  moveLauncher(spot: LauncherSpot): void;
  form: FormActions;
}
