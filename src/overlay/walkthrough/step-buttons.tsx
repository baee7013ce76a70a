import { onlyTrusted } from '../host/only-trusted.ts';
import { DoButtons } from './do-buttons.tsx';
import { MoreButtons } from './more-buttons.tsx';
import type { StepProps } from './step-props.ts';

/** The buttons in the card of a step. At most one of them is the main button; where the control is missing, there is one way to go on. */
export function StepButtons(props: StepProps) {
  const { state, walk, outOfSight, t, actions } = props;
  const { phase, mode, step } = walk;
  const play = state.playbackViews.value;
  const isHidden = outOfSight === 'scrolled';
  const showsDoButtons = mode === 'do' && phase === 'showing' && step.do !== undefined && !outOfSight && !walk.controlGone;
  const isMissing = phase === 'missing' && mode !== 'show';
  const hasMain = isHidden || showsDoButtons || (phase === 'elsewhere' && step.go !== undefined);
  return (
    <div class="row">
      {isHidden && (
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
      {mode === 'show'
        ? play && <play.PlayButtons {...{ walk, t }} playback={state.playback.value} hasMain={isHidden} actions={actions.walk} />
        : !walk.awaitingConfirmation && <OnwardButtons {...props} hasMain={hasMain} />}
      {isMissing ? (
        <MoreButtons t={t}>
          <OtherButtons {...props} />
        </MoreButtons>
      ) : (
        <OtherButtons {...props} />
      )}
    </div>
  );
}

/** What leads elsewhere than to the next step. */
function OtherButtons(props: StepProps) {
  const { walk, t, actions } = props;
  const { phase, mode, trail, awaitingConfirmation } = walk;
  const canReturn = trail.length > 0 && !awaitingConfirmation;
  return (
    <>
      {canReturn && (
        <button type="button" onClick={onlyTrusted(actions.walk.back)}>
          {t('back')}
        </button>
      )}
      {phase === 'missing' && mode !== 'show' && <ReportButton {...props} />}
      {mode !== 'guide' && canReturn && (
        <button type="button" class="quiet" onClick={onlyTrusted(() => actions.walk.setMode('guide'))}>
          {t('guideFromHere')}
        </button>
      )}
      <button type="button" class="quiet" onClick={onlyTrusted(actions.walk.leave)}>
        {t('endWalkthrough')}
      </button>
    </>
  );
}

/** "Next" where that completes the step; "skip" where something else completes it. */
function OnwardButtons({ walk, t, actions, hasMain }: StepProps & { hasMain: boolean }) {
  const { step, guide, stepIndex, phase, autoAdvancePaused, unmetCheck } = walk;
  const { advance } = step;
  const isDoneByNext =
    advance.on === 'next' ||
    (advance.on === 'input' && advance.value !== undefined) ||
    autoAdvancePaused === true ||
    walk.controlGone === true;
  const isNext = phase === 'showing' && isDoneByNext;
  const isLast = stepIndex + 1 === guide.steps.length && !step.next;
  return (
    <>
      {isNext && (
        <button type="button" class={hasMain ? '' : 'main'} onClick={onlyTrusted(actions.walk.next)}>
          {t(isLast ? 'finish' : 'next')}
        </button>
      )}
      {(!isNext || unmetCheck !== undefined) && (
        <button type="button" class={phase === 'missing' ? 'main' : ''} onClick={onlyTrusted(actions.walk.skip)}>
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
