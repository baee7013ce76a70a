import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { guideKey, type ShownGuide } from '../../src/model/shown.ts';

/**
 * Asks whether something may be shown unasked now. One answer holds for all tabs, and yes counts as shown; so nothing is asked for in a
 * tab that nobody looks at, and nothing twice.
 */
export function createPermit(ask: Ask): (guide: ShownGuide) => Promise<boolean> {
  const given = new Map<string, boolean>();
  return async (guide) => {
    const key = guideKey(guide);
    if (document.visibilityState !== 'visible') return false;
    const known = given.get(key);
    if (known !== undefined) return known;
    const reply = await ask('prompt', { guide: key });
    if (isUnanswered(reply)) return false;
    given.set(key, reply.may);
    return reply.may;
  };
}
