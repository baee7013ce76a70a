import type { Said } from '../model/text.ts';
import type { Say } from '../runtime/say.ts';
import type { WalkOnScreen } from './overlay-state.ts';

/** What the person should know before the words of the step. */
export interface StepNotice {
  /** `ask`: something is asked of them or not as it should be; `wait`: the page is at work; else it is just said. */
  tone: 'ask' | 'wait' | 'say';
  words: (say: Say) => string;
  /** Of the words, where they are the pack's. */
  language?: string;
}

type Tone = StepNotice['tone'];

const own = (key: string, tone: Tone = 'say'): StepNotice => ({ tone, words: (say) => say(key) });
const said = (text: Said | undefined, otherwise: string, tone: Tone): StepNotice =>
  text ? { tone, words: () => text.words, language: text.language } : own(otherwise, tone);

/** The one thing to say first, if there is one. */
export function noticeOf(walk: WalkOnScreen, outOfSight: boolean): StepNotice | undefined {
  const { step, phase, way, unmet } = walk;
  const shown = way === 'show';
  if (phase === 'paused') return own('stepPaused');
  if (phase === 'elsewhere') return own(shown ? 'showElsewhere' : step.go ? 'stepElsewhereGo' : 'stepElsewhere');
  if (phase === 'deciding') return own('stepDeciding', 'wait');
  if (phase === 'seeking') return said(step.wait?.word, 'stepSeeking', 'wait');
  if (phase === 'missing') return own(shown ? 'showMissing' : step.otherwise ? 'stepMissingOtherwise' : 'stepMissing');
  if (phase !== 'showing') return undefined;
  if (walk.asked) return own('doAskAgain', 'ask');
  if (walk.refused) return own(`doRefused_${walk.refused}`, 'ask');
  if (unmet === 'value') return said(step.advance.on === 'input' ? step.advance.word : undefined, 'stepUnmet', 'ask');
  if (unmet !== undefined) return said(step.checks?.[unmet]?.word, 'stepUnmet', 'ask');
  if (walk.late) return own('stepLate', 'ask');
  if (outOfSight) return own('stepOutOfSight');
  return waits(walk) && !shown ? said(step.wait?.word, 'stepWaiting', 'wait') : undefined;
}

/** Does the page take it on, and not the person? */
export const waits = ({ step: { advance } }: Pick<WalkOnScreen, 'step'>): boolean =>
  advance.on === 'there' || advance.on === 'gone';
