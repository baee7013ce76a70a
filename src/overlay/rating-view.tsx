import type { Signal } from '@preact/signals';
import type { Say } from '../runtime/say.ts';
import { trusted } from './trusted.ts';

const points = [1, 2, 3, 4, 5, 6, 7] as const;

/** One statement, rated from 1 to 7; its two ends are said in words. */
export function RatingView({
  statement,
  name,
  given,
  say,
}: {
  statement: string;
  name: string;
  given: Signal<number>;
  say: Say;
}) {
  return (
    <fieldset class="rating">
      <legend>{statement}</legend>
      <div class="points">
        {points.map((point) => (
          <label key={point}>
            <input
              type="radio"
              name={name}
              checked={given.value === point}
              aria-label={pointName(point, say)}
              onChange={trusted(() => {
                given.value = point;
              })}
            />
            <span aria-hidden="true">{point}</span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{say('scaleLow')}</span>
        <span>{say('scaleHigh')}</span>
      </p>
    </fieldset>
  );
}

function pointName(point: number, say: Say): string {
  if (point === 1) return `1, ${say('scaleLow')}`;
  return point === points.length ? `${point}, ${say('scaleHigh')}` : String(point);
}
