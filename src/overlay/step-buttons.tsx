import { DoButtons } from './do-buttons.tsx';
import { PlayButtons } from './play-buttons.tsx';
import type { StepProps } from './step-props.ts';
import { trusted } from './trusted.ts';

/** What the person can press in the card of a step. One of them at most is the main one. */
export function StepButtons(props: StepProps) {
  const { walk, outOfSight, say, acts } = props;
  const { phase, way, step, trail } = walk;
  const does = way === 'do' && phase === 'showing' && step.do !== undefined && !outOfSight;
  return (
    <div class="row">
      {outOfSight && (
        <button
          type="button"
          class="main"
          onClick={trusted(() => walk.beside?.scrollIntoView({ block: 'center', inline: 'nearest' }))}
        >
          {say('bringIntoView')}
        </button>
      )}
      {phase === 'elsewhere' && step.go && way !== 'show' && (
        <button type="button" class="main" onClick={trusted(() => acts.go(step.go!))}>
          {say('goThere')}
        </button>
      )}
      {does && <DoButtons {...props} />}
      {way === 'show' ? <PlayButtons {...props} /> : !walk.asked && <Onward {...props} />}
      {trail.length > 0 && !walk.asked && (
        <button type="button" onClick={trusted(acts.walk.back)}>
          {say('back')}
        </button>
      )}
      {phase === 'missing' && way !== 'show' && <Report {...props} />}
      {way !== 'guide' && trail.length > 0 && !walk.asked && (
        <button type="button" class="quiet" onClick={trusted(() => acts.walk.way('guide'))}>
          {say('guideFromHere')}
        </button>
      )}
      <button type="button" class="quiet" onClick={trusted(acts.walk.leave)}>
        {say('endWalkthrough')}
      </button>
    </div>
  );
}

/** "Next" where that is how the step is done; "skip" where it is done by something else. */
function Onward({ walk, say, acts }: StepProps) {
  const { step, guide, at, phase, way, held, unmet } = walk;
  const { advance } = step;
  const judged = advance.on === 'next' || (advance.on === 'input' && advance.value !== undefined) || held === true;
  const isNext = phase === 'showing' && judged;
  const isLast = at + 1 === guide.steps.length && !step.next;
  const main = isNext && !(way === 'do' && step.do);
  return (
    <>
      {isNext && (
        <button type="button" class={main ? 'main' : ''} onClick={trusted(acts.walk.next)}>
          {say(isLast ? 'finish' : 'next')}
        </button>
      )}
      {(!isNext || unmet !== undefined) && (
        <button type="button" onClick={trusted(acts.walk.skip)}>
          {say('skipStep')}
        </button>
      )}
    </>
  );
}

function Report({ walk, state, say, acts }: StepProps) {
  if (!state.feedback.value) return null;
  if (walk.reported) return <p class="reported">{say('stepReported')}</p>;
  return (
    <button type="button" onClick={trusted(acts.walk.report)}>
      {say('reportMissing')}
    </button>
  );
}
