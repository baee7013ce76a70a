import type { Branch } from './branch.ts';
import type { Rows } from './row.ts';
import type { Seen } from './seen.ts';

/** Where the walk is: what every element below inherits. */
export interface Place {
  landmark: string;
  form: Element | undefined;
  inside: number[];
  holder: Seen | undefined;
  dx: number;
  dy: number;
}

/** What the controls of one walk over a page share. */
export interface Reading {
  rows: Rows;
  seen: Met[];
  byElement: Map<Element, Seen>;
  /** Controls of one role under one heading, once they were asked for. */
  groups?: Map<string, Met[]>;
}

/** Where the walk met a control. */
export interface Meeting {
  branch: Branch;
  place: Place;
  /** The texts before and after it, as they stand, and the heading above it. */
  said: string;
  next: string;
  heading: Branch | undefined;
  reading: Reading;
}
export type Met = Meeting & Seen;
