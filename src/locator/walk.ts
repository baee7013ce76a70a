import type { Rows } from './row.ts';
import type { PageModel, Seen } from './seen.ts';

/** Where the walk is: what every element below inherits. */
export interface Place {
  section: number[];
  landmark: string;
  form: number[];
  inside: number[];
  holder: Seen | undefined;
  dx: number;
  dy: number;
}

/** The elements around, nearest first. */
export interface Around {
  element: Element;
  around: Around | undefined;
}

export interface Walk {
  model: PageModel;
  rows: Rows;
  /** Words met last. */
  said: string;
  /** Controls that have not met the words after them. */
  waiting: Seen[];
  /** Are elements with words of their own taken as well? */
  wide: boolean;
}
