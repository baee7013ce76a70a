import type { Signal } from '@preact/signals';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';

const POINTS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One statement, rated from 1 to 7, with a label at either end of the scale. */
export function RatingView({
  statement,
  name,
  rating,
  t,
}: {
  statement: string;
  name: string;
  rating: Signal<number>;
  t: Translate;
}) {
  return (
    <fieldset class="rating">
      <legend>{statement}</legend>
      <div class="points">
        {POINTS.map((point) => (
          <label key={point}>
            <input
              type="radio"
              name={name}
              checked={rating.value === point}
              aria-label={pointName(point, t)}
              onChange={onlyTrusted(() => {
                rating.value = point;
              })}
            />
            <span aria-hidden="true">{point}</span>
          </label>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{t('scaleLow')}</span>
        <span>{t('scaleHigh')}</span>
      </p>
    </fieldset>
  );
}

function pointName(point: number, t: Translate): string {
  if (point === 1) return `1, ${t('scaleLow')}`;
  return point === POINTS.length ? `${point}, ${t('scaleHigh')}` : String(point);
}
