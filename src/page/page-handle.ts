import type { EntryMemory } from '../locator/page/name-control.ts';
import type { Ask } from '../messaging/ask.ts';
import type { Arrival, WalkMessage } from '../messaging/messages.ts';
import type { ObservedControl } from '../model/entry/control.ts';
import type { FeedbackPanelComponent } from '../overlay/overlay-state.ts';
import type { ContentScript } from './content/content-deps.ts';
import type { FrictionScript } from './friction/friction-script.ts';
import type { FeedbackActions, FeedbackActionsDeps } from './presenter/feedback-actions.ts';
import type { ActsScript } from './walkthrough/acts-script.ts';
import type { ModesScript } from './walkthrough/modes-script.ts';

export type PageContext = Arrival;

/** The overlay script, as the resident script calls it. */
export interface AttachedOverlay {
  /** The background has sent again what is here. */
  renew(context: PageContext): void;
  /** The address has changed without a page load. */
  urlChanged(): void;
  /** A frame of the tab has moved the walkthrough, or shows its step. */
  receiveWalk(message: WalkMessage): void;
  /** The person has pressed the keyboard command. */
  takeFocus(): void;
  /** The person leaves the feedback panel from the form in it. */
  closePanel(): void;
  /** Opens a walkthrough, by `pack/guide`, or the feedback panel if null; the person asked for it in the side panel or the popup. */
  open(guide: string | null): void;
  /** Does the person see the form with this key? If not, Cairn rises above what covers it. */
  judgeForm(key: string): void;
}

/** What each further script hands over to those that are in the page already. */
export interface PageScriptParts {
  overlay: AttachedOverlay;
  naming: { observeControl(element: Element): ObservedControl };
  content: ContentScript;
  panel: { View: FeedbackPanelComponent; css: string; createActions: (deps: FeedbackActionsDeps) => FeedbackActions };
  modes: ModesScript;
  acts: ActsScript;
  friction: FrictionScript;
}

/** What the resident script leaves in its isolated world for the further scripts; the page cannot see it. */
export interface PageHandle {
  lifetime: AbortSignal;
  ask: Ask;
  context: PageContext;
  /** What the person has entered in this page: names of controls are compared with it. */
  entries: EntryMemory;
  /** A further script has started, and hands over what it does. */
  provide<S extends keyof PageScriptParts>(script: S, part: PageScriptParts[S]): void;
  /** What a further script does; it is injected when it is first asked for. Undefined where that fails. */
  load<S extends keyof PageScriptParts>(script: S): Promise<PageScriptParts[S] | undefined>;
  /** Ask the background again what is here. */
  renew(): void;
}

const HANDLE_KEY = Symbol.for('cairn.page');
const world = globalThis as { [HANDLE_KEY]?: PageHandle };

export const readHandle = (): PageHandle | undefined =>
  world[HANDLE_KEY] && !world[HANDLE_KEY].lifetime.aborted ? world[HANDLE_KEY] : undefined;
export const publishHandle = (handle: PageHandle): void => {
  world[HANDLE_KEY] = handle;
};
