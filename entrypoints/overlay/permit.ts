import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { guideKey, type ShownGuide } from '../../src/model/shown.ts';

/** Asks whether something may be shown unasked now. One answer holds for all tabs, and yes counts as shown; so never in a hidden tab. */
export function createPermit(ask: Ask): (guide: ShownGuide) => Promise<boolean> {
  return async (guide) => {
    if (document.visibilityState !== 'visible') return false;
    const reply = await ask('prompt', { guide: guideKey(guide) });
    return !isUnanswered(reply) && reply.may;
  };
}
