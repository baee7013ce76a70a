import { useLayoutEffect, useRef } from 'preact/hooks';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useCardPosition, useRingAround } from '../placement/anchored-positions.ts';
import { useDocked } from '../placement/use-docked.ts';
import { usePreservedFocus } from '../ui/use-preserved-focus.ts';
import { PausedCard } from './paused-card.tsx';
import { StepBody } from './step-body.tsx';
import { stepPosition } from './step-position.ts';
import type { StepProps, WalkProps } from './step-props.ts';
import { FinishedBody } from './walk-end.tsx';

/** CSS pixels between a control and the card of its step. The pointer stands over the lower edge of the control and has room there. */
const GAP = 14;
const POINTER_GAP = 34;

/** The step of a walkthrough: a ring around its control and a card beside it, or a card by itself at the edge of the page. */
export function WalkView({ state, walk, t, actions }: WalkProps) {
  const ring = useRef<HTMLDivElement>(null);
  const control = walk.phase === 'showing' && !walk.controlGone ? walk.target : null;
  const hidden = useRingAround(ring, control, 4);
  const outOfSight = control ? hidden : null;
  const target = outOfSight ? null : control;
  const play = state.playbackViews.value;
  if (walk.phase === 'paused') return <PausedCard walk={walk} t={t} actions={actions} />;
  return (
    <>
      {control && <div ref={ring} class="ring" />}
      <StepCard {...{ state, walk, t, actions, target, outOfSight }} />
      {walk.mode === 'show' && play && (
        <play.Ghost
          {...{ walk, target }}
          playback={state.playback.value}
          outOfSight={outOfSight !== null}
          onPlayed={actions.walk.completePlayback}
        />
      )}
    </>
  );
}

/** One card goes along from step to step, so that a keyboard user who is in it stays in it. */
function StepCard({ target, ...step }: StepProps & { target: Element | null }) {
  const { walk, t, actions } = step;
  const { position, count } = stepPosition(walk);
  const card = useRef<HTMLDivElement>(null);
  const spot = step.state.cardSpot.value;
  useCardPosition(card, target, walk.mode === 'show' ? POINTER_GAP : GAP, spot);
  useDocked(card, { as: 'card', active: target === null, spot });
  usePreservedFocus(card, `${walk.step.id} ${walk.phase}`);
  useLayoutEffect(() => card.current?.scrollTo(0, 0), [walk.step.id]);
  return (
    <div
      ref={card}
      class={`card ${target ? '' : 'docked'} ${walk.phase}`}
      role="dialog"
      tabIndex={-1}
      aria-label={t('stepName', walk.guide.title.text, String(position), String(count))}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && actions.returnFocus())}
    >
      {walk.phase === 'finished' ? (
        <FinishedBody walk={walk} t={t} actions={actions} />
      ) : (
        <StepBody key={walk.step.id} {...step} card={card} />
      )}
    </div>
  );
}
