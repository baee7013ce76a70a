import type { Finding } from '../../../src/friction/finding.ts';
import type { Control, ObservedControl } from '../../../src/model/entry/control.ts';

export type ReportedFinding = Finding & { named?: Control; observed?: ObservedControl };

/** Where something is, in CSS pixels of the page. */
export interface Place {
  x: number;
  y: number;
}

/** Presses of a given number at a given pace. */
export interface Series {
  count: number;
  /** Milliseconds from one press to the next. */
  gap: number;
  /** Pixels that the hand moves from one press to the next. */
  shift: number;
  /** Does a press wait until the one before has been taken? */
  awaits: 'each answer' | 'nothing';
}

/** The machine was too slow: the gesture that was made is not the intended one. */
export class TooSlow extends Error {}

/** The browser's own input. How many clicks in a row a press belongs to is counted as the browser counts it. */
export interface Pointer {
  /** Moves the mouse to a place, in so many steps. */
  move(place: Place, steps?: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  /** Presses so many times at once, as for a double or triple click. */
  press(place: Place, times?: number): Promise<void>;
  wheel(pixels: number): Promise<void>;
  /** Throws `TooSlow` if the presses did not reach the page at their pace. */
  pressSeries(place: Place, series: Series): Promise<void>;
  /** Touches that scroll what they touch. Undefined where the browser does not scroll by the touches of a test. */
  flick: ((place: Place) => Promise<void>) | undefined;
}

/** A page of its own, whose storage and connections no other page shares, with our listeners in an isolated world from its first moment. */
export interface CorpusPage {
  pointer: Pointer;
  /** What our listeners have reported. */
  reported: ReportedFinding[];
  /** What peers in the page have reported, by tool. */
  peers: Record<string, string[]>;
  goto(url: string): Promise<void>;
  url(): string;
  /** The value of an expression in the page's own world. */
  evaluate<T>(expression: string): Promise<T>;
  /** The requests that the page makes from now on and that have no answer yet. */
  trackRequests(): ReadonlySet<unknown>;
  /**
   * Passes `ms` of silence to the judges, without waiting for it. Resolves when they have judged, with the number of actions of a person
   * that the listeners have noticed since the page was loaded.
   */
  passSilence(ms: number): Promise<number>;
  close(): Promise<void>;
}

/** What the corpus needs of a browser. */
export interface CorpusBrowser {
  /** Name and version, for people. */
  title: string;
  /** How many pages may be open at a time. */
  maxPages: number;
  /** `watch`: our listeners, as one script. */
  openPage(watch: string): Promise<CorpusPage>;
  close(): Promise<void>;
}
