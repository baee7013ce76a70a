import type { Page } from './branch.ts';

/** A control or heading as the locator sees it, each part read when it is first asked for. Lists of numbers are fingerprints of words. */
export interface Seen {
  element: Element;
  /** Place in the order of the page. */
  at: number;
  role: string;
  tag: string;
  type: string;
  label: string;
  /** The whole name as one fingerprint; 0 if there is none. */
  key: number;
  name: number[];
  text: number[];
  hint: number[];
  ids: number[];
  href: number[];
  classes: number[];
  around: number[];
  icon: number[];
  row: number[];
  column: number[];
  section: number[];
  before: number[];
  after: number[];
  form: number[];
  path: number[];
  inside: number[];
  landmark: string;
  x: number;
  y: number;
  w: number;
  h: number;
  nth: number[];
  /** The candidate it lies in. */
  holder: Seen | undefined;
}

export interface PageModel {
  seen: Seen[];
  byElement: Map<Element, Seen>;
  width: number;
  language: string;
  /** How much a word tells: 1 if one control has it, less if many have. */
  rarity: Map<number, number>;
  isWide: boolean;
  /** Where on the page each word is said, in numbers of controls before it; only of pages too large to compare all. */
  index?: Map<number, number[]>;
  /** The wide model of the same page, once it was asked for. */
  wide?: PageModel;
  /** What is drawn, as it was read. */
  page: Page;
}
