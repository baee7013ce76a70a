import { useRef } from 'preact/hooks';
import type { Say } from '../runtime/say.ts';
import type { OverlayActs, WalkOnScreen } from './overlay-state.ts';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';

/** The person has gone elsewhere: a small card in the corner keeps the way back, and asks nothing. */
export function PausedCard({ walk, say, acts }: { walk: WalkOnScreen; say: Say; acts: OverlayActs }) {
  const { guide, step, at } = walk;
  const card = useRef<HTMLDivElement>(null);
  useDocked(card, 'card');
  return (
    <div
      ref={card}
      class="card docked slim"
      role="dialog"
      tabIndex={-1}
      aria-label={say('stepName', guide.title.words, String(at + 1), String(guide.steps.length))}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && acts.giveBack())}
    >
      <p class="count">
        {say('pausedCount', String(at + 1), String(guide.steps.length))}
        {guide.pack.sample && <span class="sample"> · {say('sample')}</span>}
      </p>
      <h2 lang={guide.title.language} dir="auto">
        {guide.title.words}
      </h2>
      <p>{say('stepPaused')}</p>
      <div class="row">
        {(step.go || walk.where) && (
          <button type="button" class="main" onClick={trusted(acts.walk.comeBack)}>
            {say('comeBack')}
          </button>
        )}
        <button type="button" onClick={trusted(acts.walk.skip)}>
          {say('skipStep')}
        </button>
        <button type="button" class="quiet" onClick={trusted(acts.walk.leave)}>
          {say('endWalkthrough')}
        </button>
      </div>
    </div>
  );
}
