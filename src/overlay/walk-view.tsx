import { useRef } from 'preact/hooks';
import type { OverlayActs, Say, WalkOnScreen } from './overlay-state.ts';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useAround, usePlaced } from './use-placed.ts';

interface WalkProps {
  walk: WalkOnScreen;
  say: Say;
  acts: OverlayActs;
}

/** The step of a walkthrough: a ring around its control and a card beside it, or a card by itself at the edge of the page. */
export function WalkView({ walk, say, acts }: WalkProps) {
  const ring = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const beside = walk.phase === 'showing' ? walk.beside : null;
  useAround(ring, beside, 4);
  usePlaced(card, beside, 'bottom-start', 14);
  const key = `${walk.step.id}/${beside ? 'beside' : 'docked'}`;
  return (
    <>
      {beside && <div ref={ring} class="ring" />}
      <div
        key={key}
        ref={card}
        class={beside ? 'card' : 'card docked'}
        role="dialog"
        aria-label={say('stepName', walk.guide.title.words, String(walk.at + 1), String(walk.guide.steps.length))}
        onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.leave())}
      >
        {walk.phase === 'finished' ? (
          <Finished walk={walk} say={say} acts={acts} />
        ) : (
          <StepBody walk={walk} say={say} acts={acts} />
        )}
      </div>
    </>
  );
}

function StepBody({ walk, say, acts }: WalkProps) {
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
      <Notice walk={walk} say={say} />
      <div class="body" lang={step.body.language} dir="auto">
        <RichView rich={step.body.rich} />
      </div>
      <div class="row">
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
function Notice({ walk, say }: { walk: WalkOnScreen; say: Say }) {
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
