import type { Way } from '../model/progress.ts';
import type { Say } from '../runtime/say.ts';
import type { WalkActs, WalkOnScreen } from './overlay-state.ts';
import { trusted } from './trusted.ts';

const ways = ['guide', 'show', 'do'] as const;

/** How the person wants to be led, chosen in the first card: "do it" only where the pack allows it for a step. */
export function WayChoice({ walk, say, acts }: { walk: WalkOnScreen; say: Say; acts: WalkActs }) {
  const may = (way: Way) => way !== 'do' || walk.guide.steps.some((step) => step.do);
  return (
    <fieldset class="ways" aria-label={say('wayTitle')}>
      {ways.filter(may).map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={walk.way === way}
          title={say(`way_${way}_note`)}
          onClick={trusted(() => acts.way(way))}
        >
          {say(`way_${way}`)}
        </button>
      ))}
    </fieldset>
  );
}
