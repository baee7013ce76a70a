import { isToggle } from '../../dom/is-toggle.ts';
import type { LocalizedStepAct } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { StepProps } from './step-props.ts';

/** What Cairn would do here, and the person's consent. For a risky act it is asked for twice, in other words and in another place. */
export function DoButtons({ walk, t, actions }: StepProps) {
  const act = walk.step.do!;
  if (walk.awaitingConfirmation)
    return (
      <>
        <button type="button" class="main" onClick={onlyTrusted(actions.walk.decline)}>
          {t('doMyself')}
        </button>
        <button type="button" onClick={onlyTrusted(actions.walk.approve)}>
          {t('doSure')}
        </button>
      </>
    );
  return (
    <>
      <p class="proposal">{proposalText(act, walk.target, t)}</p>
      <button type="button" class="main" onClick={onlyTrusted(actions.walk.approve)}>
        {t('doIt')}
      </button>
    </>
  );
}

function proposalText(act: LocalizedStepAct, target: Element | null, t: Translate): string {
  if (act.act === 'fill') return t('doWould_fill', act.with.text);
  if (act.act === 'choose') return t('doWould_choose', act.option.text);
  if (act.act === 'check' && target && isToggle(target)) return t(act.on ? 'doWould_check' : 'doWould_uncheck');
  return t('doWould_click');
}
