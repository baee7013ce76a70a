import { createNoiseFilter } from '../noise-filter.ts';
import type { CauseTracker } from './cause-tracker.ts';
import type { LastInput } from './last-input.ts';

/** When the person has done nothing for this long, the page acts on its own. */
const AMBIENT_AFTER_MS = 1000;
/** A page may ask a server that is down once a minute, all day. */
const FORGET_ERRORS_AFTER_MS = 5 * 60_000;

/**
 * What the page does without anybody doing anything, whatever it is: a change, a scroll, an address, a field's value, a request, an error.
 * It is learnt by where it happens and in which form. What the page does while it handles an event of the person's is never noise.
 */
export interface PageNoise {
  /** Is this more than what goes on anyway? Learns from it if nobody has done anything. */
  isNews(where: object, form: string, at: number, learn?: boolean): boolean;
  /** The same for errors, which are remembered longer. */
  isNewError(where: object, form: string, at: number): boolean;
  /** Learns, without asking, if nobody has done anything. */
  learn(where: object, form: string, at: number): void;
  isKnown(where: object, form: string, at: number): boolean;
  /** Has nobody done anything lately? */
  isAmbient(at: number): boolean;
}

export function createPageNoise(cause: Pick<CauseTracker, 'covers'>, lastInput: LastInput): PageNoise {
  const signs = createNoiseFilter<object>();
  const errors = createNoiseFilter<object>(FORGET_ERRORS_AFTER_MS);
  const isAmbient = (at: number) => at - Math.max(lastInput.actedAt, lastInput.scrolledAt) > AMBIENT_AFTER_MS;
  const judgeWith =
    (filter: typeof signs) =>
    (where: object, form: string, at: number, learn = true) => {
      if (cause.covers(at)) return true;
      const isNews = !filter.isNoise(where, form, at);
      if (learn && isAmbient(at)) filter.note(where, form, at);
      return isNews;
    };
  return {
    isNews: judgeWith(signs),
    isNewError: judgeWith(errors),
    learn: (where, form, at) => isAmbient(at) && signs.note(where, form, at),
    isKnown: signs.isNoise,
    isAmbient,
  };
}
