import type { FrictionEntry } from '../model/entry/entry.ts';

/** What a judge found: something about the behaviour of a page, never about the mood of a person. */
export interface Finding {
  signal: FrictionEntry['signal'];
  /** When it began. */
  at: number;
  /** Id of the control on this page. */
  control?: number;
  severe?: boolean;
  /** Number of repetitions. */
  count?: number;
  /** Duration in milliseconds. */
  ms?: number;
  /** Number of presses that got a response. */
  responded?: number;
  /** Which form of the signal it is, where a signal has several. */
  what?: string;
  /** The route that it is about, if not the current one. */
  route?: string;
}
