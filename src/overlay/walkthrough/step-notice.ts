import { isToggle } from '../../dom/is-toggle.ts';
import { nameOf } from '../../locator/page/name.ts';
import { roleOf } from '../../locator/page/role.ts';
import { plainName } from '../../model/text/plain-name.ts';
import type { LocalizedText } from '../../model/text/text.ts';
import type { PlainMessageKey, Translate } from '../../runtime/translate.ts';
import type { WalkOnScreen } from '../overlay-state.ts';
import type { OutOfSight } from '../placement/is-in-view.ts';

/** What the person should know before they read the step. */
interface StepNotice {
  /** `ask`: they are asked for something, or something is wrong; `wait`: the page is working; `info`: anything else. */
  tone: 'ask' | 'wait' | 'info';
  text: (t: Translate) => string;
  /** Language of the text, where it is the pack's. */
  language?: string;
}

/** Characters; a longer name would fill the card. */
const MAX_NAME_LENGTH = 80;

type Tone = StepNotice['tone'];

const ownMessage = (key: PlainMessageKey, tone: Tone = 'info'): StepNotice => ({ tone, text: (t) => t(key) });
const packMessage = (text: LocalizedText | undefined, fallbackKey: PlainMessageKey, tone: Tone): StepNotice =>
  text ? { tone, text: () => text.text, language: text.language } : ownMessage(fallbackKey, tone);

const OUT_OF_SIGHT = {
  scrolled: 'stepOutOfSight',
  covered: 'stepCovered',
  moved: 'stepInOtherWindow',
  hidden: 'stepHidden',
} as const;

/** The notice of a step, if there is one: the most important comes first. */
export function noticeOf(walk: WalkOnScreen, outOfSight: OutOfSight | null): StepNotice | undefined {
  const { step, phase, mode, unmetCheck } = walk;
  const isShowMode = mode === 'show';
  if (phase === 'paused') return ownMessage('stepPaused');
  if (phase === 'elsewhere') return ownMessage('stepElsewhere');
  if (phase === 'deciding') return ownMessage('stepDeciding', 'wait');
  if (phase === 'seeking') return packMessage(step.wait?.message, 'stepSeeking', 'wait');
  if (phase === 'missing') return missingNotice(walk);
  if (phase !== 'showing') return undefined;
  if (walk.awaitingConfirmation) return { tone: 'ask', text: (t) => confirmationText(walk, t) };
  if (walk.refusal) return ownMessage(`doRefused_${walk.refusal}`, 'ask');
  if (unmetCheck === 'value')
    return packMessage(step.advance.on === 'input' ? step.advance.message : undefined, 'stepUnmet', 'ask');
  if (unmetCheck !== undefined) return packMessage(step.checks?.[unmetCheck]?.message, 'stepUnmet', 'ask');
  if (walk.late) return ownMessage('stepLate', 'ask');
  if (walk.controlGone) return ownMessage('stepGone');
  if (outOfSight) return ownMessage(OUT_OF_SIGHT[outOfSight]);
  if (walk.reopening) return ownMessage('stepReopen', 'ask');
  return advancesByPage(walk) && !isShowMode ? packMessage(step.wait?.message, 'stepWaiting', 'wait') : undefined;
}

/** Says that the control is not here; or that it is, and why it cannot be pointed at. */
function missingNotice({ step, mode, absence }: WalkOnScreen): StepNotice {
  if (mode === 'show') return ownMessage('showMissing');
  if (absence?.is === 'hidden') return ownMessage('stepHidden');
  if (absence?.is === 'several')
    return { tone: 'info', text: (t) => (absence.count === 2 ? t('stepTwo') : t('stepSeveral', String(absence.count))) };
  return ownMessage(step.fallbackBody ? 'stepMissingFallback' : 'stepMissing');
}

/** Names the control, so that the person knows what would be clicked. */
function confirmationText({ step, target }: WalkOnScreen, t: Translate): string {
  const role = target ? roleOf(target) : '';
  const name = target ? plainName(nameOf(target, role)).slice(0, MAX_NAME_LENGTH) : '';
  if (!name || !step.do) return t(`doAskAgain_unnamed_${role === 'button' || role === 'link' ? role : 'control'}`);
  // Setting what is no toggle presses it.
  const isPress = step.do.act === 'check' && target !== null && !isToggle(target);
  return t(`doAskAgain_${isPress ? 'click' : step.do.act}`, name);
}

/** Whether the page completes the step, and not the person. */
const advancesByPage = ({ step: { advance } }: Pick<WalkOnScreen, 'step'>): boolean =>
  advance.on === 'appears' || advance.on === 'disappears';
