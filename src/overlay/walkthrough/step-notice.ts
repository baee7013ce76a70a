import type { LocalizedText } from '../../model/text/text.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { WalkOnScreen } from '../overlay-state.ts';

/** What the person should know before the words of the step. */
export interface StepNotice {
  /** `ask`: something is asked of them or not as it should be; `wait`: the page is at work; else it is just said. */
  tone: 'ask' | 'wait' | 'info';
  text: (t: Translate) => string;
  /** Of the words, where they are the pack's. */
  language?: string;
}

type Tone = StepNotice['tone'];

const ownMessage = (key: string, tone: Tone = 'info'): StepNotice => ({ tone, text: (t) => t(key) });
const packMessage = (text: LocalizedText | undefined, fallbackKey: string, tone: Tone): StepNotice =>
  text ? { tone, text: () => text.text, language: text.language } : ownMessage(fallbackKey, tone);

/** The one thing to say first, if there is one. */
export function noticeOf(walk: WalkOnScreen, outOfSight: boolean): StepNotice | undefined {
  const { step, phase, mode, unmetCheck } = walk;
  const isShowMode = mode === 'show';
  if (phase === 'paused') return ownMessage('stepPaused');
  if (phase === 'elsewhere') return ownMessage(isShowMode ? 'showElsewhere' : step.go ? 'stepElsewhereGo' : 'stepElsewhere');
  if (phase === 'deciding') return ownMessage('stepDeciding', 'wait');
  if (phase === 'seeking') return packMessage(step.wait?.message, 'stepSeeking', 'wait');
  if (phase === 'missing')
    return ownMessage(isShowMode ? 'showMissing' : step.fallbackBody ? 'stepMissingOtherwise' : 'stepMissing');
  if (phase !== 'showing') return undefined;
  if (walk.awaitingConfirmation) return ownMessage('doAskAgain', 'ask');
  if (walk.refusal) return ownMessage(`doRefused_${walk.refusal}`, 'ask');
  if (unmetCheck === 'value')
    return packMessage(step.advance.on === 'input' ? step.advance.message : undefined, 'stepUnmet', 'ask');
  if (unmetCheck !== undefined) return packMessage(step.checks?.[unmetCheck]?.message, 'stepUnmet', 'ask');
  if (walk.late) return ownMessage('stepLate', 'ask');
  if (outOfSight) return ownMessage('stepOutOfSight');
  return advancesByPage(walk) && !isShowMode ? packMessage(step.wait?.message, 'stepWaiting', 'wait') : undefined;
}

/** Does the page take it on, and not the person? */
export const advancesByPage = ({ step: { advance } }: Pick<WalkOnScreen, 'step'>): boolean =>
  advance.on === 'appears' || advance.on === 'disappears';
