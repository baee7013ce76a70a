import type { Ask } from '../../messaging/ask.ts';
import type { Arrival } from '../../messaging/messages.ts';
import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { GuideBodies } from '../guides/guide-bodies.ts';

/** Dependencies of everything that is shown unasked. */
export interface PromptDeps {
  state: OverlayState;
  ask: Ask;
  context: () => Arrival;
  bodies: GuideBodies;
  t: Translate;
  /** Route template of the page now. */
  route: () => string;
  /** Does this script run in a frame of another origin than the page around it? Prompts are shown in the page itself only. */
  isSubframe: boolean;
  lifetime: AbortSignal;
}

export type RecordGuideEvent = (guide: LocalizedGuide, what: 'shown' | 'opened' | 'finished' | 'dismissed') => void;
