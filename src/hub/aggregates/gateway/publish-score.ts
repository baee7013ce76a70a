import { meanInterval } from '../interval.ts';

/** A mean from 0 to 100 and its 95 % interval. */
export interface PublishedScore {
  score: number;
  low: number;
  high: number;
}

/** From so many ratings on, three sums of ratings fit every whole number: a sum is a multiple of 100 / 12. */
const MIN_RATINGS_FOR_POINTS = 25;

const COARSE_STEP = 5;

/**
 * The mean of ratings from 0 to 100 with its interval, in points, or in steps of 5 where fewer than three sums of ratings would fit a point.
 * Undefined if all ratings are equal: the mean would be everybody's.
 */
export function publishScore(ratings: readonly number[]): PublishedScore | undefined {
  if (new Set(ratings).size < 2) return undefined;
  const { mean, low, high } = meanInterval(ratings);
  const step = ratings.length < MIN_RATINGS_FOR_POINTS ? COARSE_STEP : 1;
  const point = (value: number, round: (one: number) => number) => Math.min(100, Math.max(0, round(value / step) * step));
  return { score: point(mean, Math.round), low: point(low, Math.floor), high: point(high, Math.ceil) };
}
