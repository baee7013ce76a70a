import type { Ask } from '../../messaging/ask.ts';
import type { LocalizedGuide, LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { PageContext } from '../page-handle.ts';

/** What notices, questions, replies and checklists are wired with. */
export interface ContentDeps {
  state: OverlayState;
  ask: Ask;
  context: () => PageContext;
  t: Translate;
  /** Route template of the page now. */
  route: () => string;
  /** Does this script run in a frame of another origin than the page around it? Only the page itself is spoken over. */
  isSubframe: boolean;
  lifetime: AbortSignal;
  /** Begins a walkthrough; goes to an address inside the app. */
  startWalkthrough: (guide: LocalizedWalkthrough) => void;
  go: (address: string) => void;
}

export type RecordGuideEvent = (guide: LocalizedGuide, what: 'shown' | 'opened' | 'finished' | 'dismissed') => void;

/** Where something leads on to. */
export interface FollowUp {
  pack: LocalizedGuide['pack'];
  opens?: string | undefined;
  link?: { to: string } | undefined;
}
