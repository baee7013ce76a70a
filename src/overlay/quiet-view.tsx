import type { QuietWish } from '../model/quiet.ts';
import type { Say } from '../runtime/say.ts';
import type { OverlayActs } from './overlay-state.ts';
import { trusted } from './trusted.ts';

const wishes: readonly { wish: QuietWish; key: string }[] = [
  { wish: 'hour', key: 'quietHour' },
  { wish: 'today', key: 'quietToday' },
  { wish: 'app', key: 'quietThisApp' },
  { wish: 'always', key: 'quietUntilAsked' },
];

interface QuietProps {
  isQuiet: boolean;
  /** Is a guide on screen that could be silenced by itself? */
  hasGuide: boolean;
  say: Say;
  acts: OverlayActs;
}

/** Quiet is the person's: it stands where everything of ours begins, and takes one press. */
export function QuietView({ isQuiet, hasGuide, say, acts }: QuietProps) {
  if (isQuiet)
    return (
      <p class="notice">
        {say('quietHere')}{' '}
        <button type="button" onClick={trusted(() => acts.quiet('none'))}>
          {say('quietEnd')}
        </button>
      </p>
    );
  return (
    <details class="quiets">
      <summary>{say('quietTitle')}</summary>
      <div class="row">
        {hasGuide && (
          <button type="button" onClick={trusted(() => acts.quiet('guide'))}>
            {say('quietThisGuide')}
          </button>
        )}
        {wishes.map(({ wish, key }) => (
          <button key={wish} type="button" onClick={trusted(() => acts.quiet(wish))}>
            {say(key)}
          </button>
        ))}
      </div>
    </details>
  );
}
