import type { Signal } from '@preact/signals';
import type { Translate } from '../runtime/translate.ts';

/** Milliseconds within which a second press that is not taken shows that rising did not help. */
const AGAIN_MS = 10_000;

interface RefusalDeps {
  announcement: Signal<string>;
  t: Translate;
  openFeedbackWindow: () => void;
  now?: () => number;
}

/**
 * Tells the person that a press was not taken. Where a page covers Cairn again and again, feedback opens in a window of its own, which no
 * page can cover.
 */
export function createRefusals({ announcement, t, openFeedbackWindow, now = Date.now }: RefusalDeps): (part: Element) => void {
  let last = -Infinity;
  return (part) => {
    const isAgain = now() - last < AGAIN_MS;
    const isFeedback = part.matches('.launcher') || (part.matches('.panel') && !part.querySelector('iframe'));
    last = isAgain ? -Infinity : now();
    if (isAgain && isFeedback) openFeedbackWindow();
    const text = t(isAgain && isFeedback ? 'pressElsewhere' : 'pressRefused');
    // The same text is announced again only if it changes.
    announcement.value = announcement.value === text ? `${text}\u00a0` : text;
  };
}
