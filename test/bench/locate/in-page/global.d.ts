import type * as made from './bench.ts';

declare global {
  /** The in-page half of the benchmark, as `bundle` sets it. */
  var bench: typeof made;
}
