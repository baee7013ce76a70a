import type { Ask } from '../../messaging/ask.ts';
import { keyOfGuide, type LocalizedGuide } from '../../model/pack/localized-guide.ts';

/** Asks whether something may be shown unasked now. One answer holds for all tabs, and yes counts as shown: nobody asks in a hidden tab. */
export const createPromptRequest =
  (ask: Ask) =>
  async (guide: LocalizedGuide): Promise<boolean> => {
    return (await ask('prompt', { guide: keyOfGuide(guide) })).ok;
  };
