import type { PlaybackViews } from '../../overlay/overlay-state.ts';
import type { perform } from '../../player/perform.ts';
import type { pressFacts } from '../../player/press-facts.ts';
import type { riskOf } from '../../player/risk-of.ts';

/** What the script of the modes other than guiding hands over: it shows a walkthrough, and does its steps. */
export interface ModesScript {
  views: PlaybackViews;
  perform: typeof perform;
  pressFacts: typeof pressFacts;
  riskOf: typeof riskOf;
}
