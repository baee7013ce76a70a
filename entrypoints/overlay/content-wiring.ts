import type { Ask } from '../../src/messaging/ask.ts';
import type { ShownGuide, ShownWalkthrough } from '../../src/model/shown.ts';
import type { OverlayState } from '../../src/overlay/overlay-state.ts';
import type { Say } from '../../src/runtime/say.ts';
import type { Here } from '../page/handle.ts';

/** What notices, questions, replies and checklists are wired with. */
export interface ContentWiring {
  state: OverlayState;
  ask: Ask;
  here: () => Here;
  say: Say;
  /** Route template of the page now. */
  route: () => string;
  /** Does this script run in a frame of another origin than the page around it? Only the page itself is spoken over. */
  inner: boolean;
  lifetime: AbortSignal;
  /** Begins a walkthrough; goes to an address inside the app. */
  begin: (guide: ShownWalkthrough) => void;
  go: (address: string) => void;
}

export type Recording = (guide: ShownGuide, what: 'shown' | 'opened' | 'finished' | 'dismissed') => void;

/** Where something leads on to. */
export interface WayOn {
  pack: ShownGuide['pack'];
  opens?: string | undefined;
  announces?: string;
  link?: { to: string } | undefined;
}
