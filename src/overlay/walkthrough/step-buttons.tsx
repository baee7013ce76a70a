import { onlyTrusted } from '../host/only-trusted.ts';
import { DoButtons } from './do-buttons.tsx';
import { PlayButtons } from './play-buttons.tsx';
import type { StepProps } from './step-props.ts';

/** The buttons in the card of a step. At most one of them is the main button. */
export function StepButtons(props: StepProps) {
  const { walk, outOfSight, t, actions } = props;
  const { phase, mode, step, trail } = walk;
  const showsDoButtons = mode === 'do' && phase === 'showing' && step.do !== undefined && !outOfSight;
  return (
    <div class="row">
      {outOfSight && (
        <button
          type="button"
          class="main"
          onClick={onlyTrusted(() => walk.target?.scrollIntoView({ block: 'center', inline: 'nearest' }))}
        >
          {t('bringIntoView')}
        </button>
      )}
      {phase === 'elsewhere' && step.go && mode !== 'show' && (
        <button type="button" class="main" onClick={onlyTrusted(() => actions.navigate(step.go!))}>
          {t('goThere')}
        </button>
      )}
      {showsDoButtons && <DoButtons {...props} />}
      {mode === 'show' ? <PlayButtons {...props} /> : !walk.awaitingConfirmation && <OnwardButtons {...props} />}
      {trail.length > 0 && !walk.awaitingConfirmation && (
        <button type="button" onClick={onlyTrusted(actions.walk.back)}>
          {t('back')}
        </button>
      )}
      {phase === 'missing' && mode !== 'show' && <ReportButton {...props} />}
      {mode !== 'guide' && trail.length > 0 && !walk.awaitingConfirmation && (
        <button type="button" class="quiet" onClick={onlyTrusted(() => actions.walk.setMode('guide'))}>
          {t('guideFromHere')}
        </button>
      )}
      <button type="button" class="quiet" onClick={onlyTrusted(actions.walk.leave)}>
        {t('endWalkthrough')}
      </button>
    </div>
  );
}

/** "Next" where that completes the step; "skip" where something else completes it. */
function OnwardButtons({ walk, t, actions }: StepProps) {
  const { step, guide, stepIndex, phase, mode, autoAdvancePaused, unmetCheck } = walk;
  const { advance } = step;
  const isDoneByNext =
    advance.on === 'next' || (advance.on === 'input' && advance.value !== undefined) || autoAdvancePaused === true;
  const isNext = phase === 'showing' && isDoneByNext;
  const isLast = stepIndex + 1 === guide.steps.length && !step.next;
  const main = isNext && !(mode === 'do' && step.do);
  return (
    <>
      {isNext && (
        <button type="button" class={main ? 'main' : ''} onClick={onlyTrusted(actions.walk.next)}>
          {t(isLast ? 'finish' : 'next')}
        </button>
      )}
      {(!isNext || unmetCheck !== undefined) && (
        <button type="button" onClick={onlyTrusted(actions.walk.skip)}>
          {t('skipStep')}
        </button>
      )}
    </>
  );
}

function ReportButton({ walk, state, t, actions }: StepProps) {
  if (!state.feedbackEnabled.value || walk.dependsOnValue) return null;
  if (walk.reported) return <p class="reported">{t('stepReported')}</p>;
  return (
    <button type="button" onClick={onlyTrusted(actions.walk.reportMissing)}>
      {t('reportMissing')}
    </button>
  );
}
