import { useLayoutEffect, useRef } from 'preact/hooks';
import { GhostPointer } from './ghost-pointer.tsx';
import { PausedCard } from './paused-card.tsx';
import { StepBody } from './step-body.tsx';
import type { StepProps, WalkProps } from './step-props.ts';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useAround, useCardBeside } from './use-placed.ts';
import { usePlayback } from './use-playback.ts';
import { Finished } from './walk-end.tsx';

/** The step of a walkthrough: a ring around its control and a card beside it, or a card by itself at the edge of the page. */
export function WalkView({ state, walk, say, acts }: WalkProps) {
  const ring = useRef<HTMLDivElement>(null);
  const found = walk.phase === 'showing' ? walk.beside : null;
  const inView = useAround(ring, found, 4);
  const beside = found && inView ? found : null;
  const stage = usePlayback(walk, state.playback.value, found !== null && !inView, acts.walk.played);
  if (walk.phase === 'paused') return <PausedCard walk={walk} say={say} acts={acts} />;
  return (
    <>
      {found && <div ref={ring} class="ring" />}
      <StepCard {...{ state, walk, say, acts, beside, outOfSight: found !== null && beside === null }} />
      {walk.way === 'show' && <GhostPointer walk={walk} at={beside} stage={stage} speed={state.playback.value.speed} />}
    </>
  );
}

/** One card goes along from step to step: who is in it by keyboard stays in it. */
function StepCard({ beside, ...step }: StepProps & { beside: Element | null }) {
  const { walk, say, acts } = step;
  const card = useRef<HTMLDivElement>(null);
  useCardBeside(card, beside, 14);
  useDocked(card, 'card', beside === null);
  useKeptFocus(card, `${walk.step.id} ${walk.phase}`);
  useLayoutEffect(() => card.current?.scrollTo(0, 0), [walk.step.id]);
  return (
    <div
      ref={card}
      class={`card ${beside ? '' : 'docked'} ${walk.phase}`}
      role="dialog"
      tabIndex={-1}
      aria-label={say('stepName', walk.guide.title.words, String(walk.at + 1), String(walk.guide.steps.length))}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.giveBack())}
    >
      {walk.phase === 'finished' ? <Finished walk={walk} say={say} acts={acts} /> : <StepBody key={walk.step.id} {...step} />}
    </div>
  );
}
