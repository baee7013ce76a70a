import { useRef } from 'preact/hooks';
import type { Say } from '../runtime/say.ts';
import type { OverlayActs, WalkOnScreen } from './overlay-state.ts';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useAround, useCardBeside } from './use-placed.ts';

interface WalkProps {
  walk: WalkOnScreen;
  say: Say;
  acts: OverlayActs;
}

/** The step of a walkthrough: a ring around its control and a card beside it, or a card by itself at the edge of the page. */
export function WalkView({ walk, say, acts }: WalkProps) {
  const ring = useRef<HTMLDivElement>(null);
  const found = walk.phase === 'showing' ? walk.beside : null;
  const inView = useAround(ring, found, 4);
  const beside = found && inView ? found : null;
  return (
    <>
      {found && <div ref={ring} class="ring" />}
      <StepCard key={`${walk.step.id}/${beside ? 'beside' : 'docked'}`} walk={walk} beside={beside} say={say} acts={acts} />
    </>
  );
}

function StepCard({ walk, beside, say, acts }: WalkProps & { beside: Element | null }) {
  const card = useRef<HTMLDivElement>(null);
  useCardBeside(card, beside, 14);
  const outOfSight = walk.phase === 'showing' && walk.beside !== null && beside === null;
  return (
    <div
      ref={card}
      class={beside ? 'card' : 'card docked'}
      role="dialog"
      tabIndex={-1}
      aria-label={say('stepName', walk.guide.title.words, String(walk.at + 1), String(walk.guide.steps.length))}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.giveBack())}
    >
      {walk.phase === 'finished' ? (
        <Finished walk={walk} say={say} acts={acts} />
      ) : (
        <StepBody walk={walk} outOfSight={outOfSight} say={say} acts={acts} />
      )}
    </div>
  );
}

function StepBody({ walk, outOfSight, say, acts }: WalkProps & { outOfSight: boolean }) {
  const { step, guide, at, phase } = walk;
  return (
    <>
      <p class="count">
        {say('stepCount', String(at + 1), String(guide.steps.length))}
        {guide.pack.sample && <span class="sample"> · {say('sample')}</span>}
      </p>
      <progress max={guide.steps.length} value={at + 1} aria-hidden="true" />
      <h2 lang={step.title.language} dir="auto">
        {step.title.words}
      </h2>
      <Notice walk={walk} outOfSight={outOfSight} say={say} />
      <div class="body" lang={step.body.language} dir="auto">
        <RichView rich={step.body.rich} />
      </div>
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
        {phase === 'elsewhere' && step.go && (
          <button type="button" class="main" onClick={trusted(() => acts.go(step.go!))}>
            {say('goThere')}
          </button>
        )}
        <button
          type="button"
          class={phase === 'showing' && step.advance.on === 'next' ? 'main' : ''}
          onClick={trusted(acts.next)}
        >
          {say(nextWord(walk))}
        </button>
        {at > 0 && (
          <button type="button" onClick={trusted(acts.back)}>
            {say('back')}
          </button>
        )}
        <button type="button" class="quiet" onClick={trusted(acts.leave)}>
          {say('endWalkthrough')}
        </button>
      </div>
    </>
  );
}

function nextWord({ step, guide, at, phase }: WalkOnScreen): string {
  if (phase !== 'showing' || step.advance.on !== 'next') return 'skipStep';
  return at + 1 === guide.steps.length ? 'finish' : 'next';
}

/** What the person should know before the words of the step: that it is elsewhere, being looked for, or not here. */
function Notice({ walk, outOfSight, say }: { walk: WalkOnScreen; outOfSight: boolean; say: Say }) {
  if (outOfSight) return <p class="notice">{say('stepOutOfSight')}</p>;
  if (walk.phase === 'elsewhere') return <p class="notice">{say(walk.step.go ? 'stepElsewhereGo' : 'stepElsewhere')}</p>;
  if (walk.phase === 'seeking') return <p class="notice">{say('stepSeeking')}</p>;
  if (walk.phase === 'missing') return <p class="notice">{say('stepMissing')}</p>;
  return null;
}

function Finished({ walk, say, acts }: WalkProps) {
  return (
    <>
      <h2>{say('finishedTitle')}</h2>
      <p class="body">{say('finishedBody', walk.guide.title.words)}</p>
      <div class="row">
        <button type="button" class="main" onClick={trusted(acts.leave)}>
          {say('close')}
        </button>
      </div>
    </>
  );
}
