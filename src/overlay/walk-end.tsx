import { useRef } from 'preact/hooks';
import type { ShownWalkthrough } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { OverlayActs, WalkActs, WalkOnScreen } from './overlay-state.ts';
import { trusted } from './trusted.ts';
import { useDocked } from './use-docked.ts';

/** The end: done, or seen and now to be done. */
export function Finished({ walk, say, acts }: { walk: WalkOnScreen; say: Say; acts: OverlayActs }) {
  const shown = walk.way === 'show';
  return (
    <>
      <h2>{say(shown ? 'shownTitle' : 'finishedTitle')}</h2>
      <p class="body">{say(shown ? 'shownBody' : 'finishedBody', walk.guide.title.words)}</p>
      <div class="row">
        {shown && (
          <button type="button" class="main" onClick={trusted(() => acts.walk.way('guide'))}>
            {say('way_guide')}
          </button>
        )}
        <button type="button" class={shown ? '' : 'main'} onClick={trusted(acts.walk.leave)}>
          {say('close')}
        </button>
      </div>
    </>
  );
}

/** It goes on in another tab: one place at a time, and the person says which. */
export function OfferCard({ guide, say, acts }: { guide: ShownWalkthrough; say: Say; acts: WalkActs }) {
  const card = useRef<HTMLElement>(null);
  useDocked(card, 'card');
  return (
    <section ref={card} class="card docked slim" aria-label={say('offerName', guide.title.words)}>
      <p class="count">{say('offerTitle')}</p>
      <h2 lang={guide.title.language} dir="auto">
        {guide.title.words}
      </h2>
      <div class="row">
        <button type="button" class="main" onClick={trusted(acts.goOnHere)}>
          {say('goOnHere')}
        </button>
        <button type="button" class="quiet" onClick={trusted(acts.notHere)}>
          {say('notHere')}
        </button>
      </div>
    </section>
  );
}
