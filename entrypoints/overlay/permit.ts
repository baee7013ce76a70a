import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { guideKey, type ShownGuide } from '../../src/model/shown.ts';

/** Asks whether something may be shown unasked now. One answer holds for all tabs, and yes counts as shown: nobody asks in a hidden tab. */
export const createPermit =
  (ask: Ask) =>
  async (guide: ShownGuide): Promise<boolean> => {
    const reply = await ask('prompt', { guide: guideKey(guide) });
    return !isUnanswered(reply) && reply.may;
  };
