import { plainText } from '../../src/model/rich.ts';
import type { WalkOnScreen } from '../../src/overlay/overlay-state.ts';
import { noticeOf } from '../../src/overlay/step-notice.ts';
import type { Say } from '../../src/runtime/say.ts';

/** What a screen reader says, politely, when the step on screen changes. */
export function wordFor(walk: WalkOnScreen, say: Say): string {
  const { guide, step, at, phase } = walk;
  if (phase === 'finished') return say(walk.way === 'show' ? 'shownBody' : 'finishedBody', guide.title.words);
  const count = say('stepCount', String(at + 1), String(guide.steps.length));
  // Who is shown the way has nothing to press, and hears all of it.
  const body = walk.way === 'show' && phase === 'showing' ? plainText(step.body.rich) : '';
  return [`${count}.`, `${step.title.words}.`, noticeOf(walk, false)?.words(say), body].filter(Boolean).join(' ');
}
