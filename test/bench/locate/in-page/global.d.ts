import type * as made from './bench.ts';
import type * as forLearning from './examples.ts';

declare global {
  /** The in-page half of the benchmark, as `bundle` sets it. */
  var bench: typeof made;
  /** The in-page half of learning. */
  var examples: typeof forLearning;
}
