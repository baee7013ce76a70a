import { plainText, restatesTitle } from '../../model/text/rich-text.ts';
import type { WalkOnScreen } from '../../overlay/overlay-state.ts';
import { noticeOf } from '../../overlay/walkthrough/step-notice.ts';
import { stepPosition } from '../../overlay/walkthrough/step-position.ts';
import type { Translate } from '../../runtime/translate.ts';

/** The text that a screen reader announces, politely, when the step on screen changes. */
export function stepAnnouncement(walk: WalkOnScreen, t: Translate): string {
  const { guide, step, phase } = walk;
  const { position, count: of } = stepPosition(walk);
  if (phase === 'finished') return t(walk.mode === 'show' ? 'shownBody' : 'finishedBody', guide.title.text);
  const count = t('stepCount', String(position), String(of));
  // In the mode `show` there is nothing to press, so the whole step is announced.
  const isWhole = walk.mode === 'show' && phase === 'showing' && !restatesTitle(step.body.rich, step.title.text);
  const body = isWhole ? plainText(step.body.rich) : '';
  return [`${count}.`, `${step.title.text}.`, noticeOf(walk, null)?.text(t), body].filter(Boolean).join(' ');
}
