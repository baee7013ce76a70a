import { composedAncestors } from '../../dom/composed-tree.ts';
import type { FieldLabels } from './name.ts';

/** A control or heading as the locator sees it, each part read when it is first asked for. Lists of numbers are fingerprints of words. */
export interface Candidate {
  element: Element;
  role: string;
  tag: string;
  type: string;
  label: string;
  /** The whole name as one fingerprint; 0 if there is none. */
  key: number;
  name: number[];
  ids: number[];
  href: number[];
  icon: number[];
  row: number[];
  section: number[];
  precedingText: number[];
  path: number[];
  /** How it stands in a sketch. */
  signature: ControlSignature;
  landmark: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One control of a sketch: enough to know it again among the others, in fourteen letters. */
export interface ControlSignature {
  /** Its whole name. */
  key: number;
  /** Its person-written attributes and address. */
  id: number;
  role: number;
  /** Role, tag and type. */
  kind: number;
  icon: number;
  /** The elements around it. */
  shape: number;
  /** Left edge, in 64ths of the window. */
  x: number;
}

/** What a walk notes of a control, from which all else is read. */
export interface ControlNode extends Candidate {
  /** Its place among all that was met. */
  index: number;
  /** The last heading before it, drawn or not. */
  headingBefore: Element | undefined;
  model: Pick<PageModel, 'nodes' | 'width' | 'rowWords' | 'headingBefore' | 'rowGroups' | 'roots' | 'labels'>;
  /** What was read of it. */
  cache: Record<string, unknown> | undefined;
  node?: undefined;
}

/** A text of the page, blank or not: none is read before it is asked for. */
export interface TextNode {
  node: Text;
  role?: undefined;
  /** Its words and the whole as fingerprints, once they were asked for. */
  hashes?: number[] | undefined;
}

/** So much of what the walk met before its own place `at` was within an element, coming from and leaving under a heading and in a landmark. */
export interface SubtreeSpan {
  index: number;
  size: number;
  headingBefore: Element | undefined;
  headingAfter: Element | undefined;
  landmark: string;
  node?: undefined;
  role?: undefined;
}

/** How many of the rows that were read have each word. */
export interface WordCounts {
  size: number;
  counts: Map<number, number>;
}

/** Everything on a page that an anchor may mean. */
export interface PageModel {
  root: Document | ShadowRoot;
  /** Of a large page also what is not drawn is among them. */
  candidates: Candidate[];
  /** The same with what would be among them, were it drawn. */
  controls: ControlNode[];
  width: number;
  language: string;
  /** Are texts that are no controls among them? */
  isWide: boolean;
  /** Every document and shadow root in it. */
  roots: Set<Document | ShadowRoot>;
  /** The words of each row that was asked for. */
  rowWords: Map<Element, number[]>;
  /** The heading above each heading. */
  headingBefore: WeakMap<Element, Element | undefined>;
  /** What the rows within a box share. */
  rowGroups: Map<Element, WordCounts>;
  /** The labels of its fields, once a name was asked for. */
  labels?: FieldLabels | undefined;
  /** What the walk met, in its order. */
  nodes: (ControlNode | TextNode | SubtreeSpan)[];
  spans: WeakMap<Element, SubtreeSpan>; // by the element
  /** Custom elements that have no shadow root, yet. */
  closedHosts: Set<Element>;
  /** The wide model of the same page, once it was asked for. */
  wideModel?: PageModel | undefined;
}

/** Does one control lie in the other, at any depth? */
const holds = (outer: Candidate, inner: Candidate): boolean => composedAncestors(inner.element).slice(1).includes(outer.element);

/** The same control seen twice: one inside the other with half of its area, or nearly the same box. */
export function samePlace(a: Candidate, b: Candidate): boolean {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (w <= 0 || h <= 0) return false;
  const overlap = (w * h) / (a.w * a.h + b.w * b.h - w * h);
  return overlap >= 0.85 || (overlap >= 0.5 && (holds(a, b) || holds(b, a)));
}

/** Is it rendered, and of any size? Asking lays out the page. */
export const isDrawn = ({ element, w, h }: Candidate): boolean => w >= 1 && h >= 1 && element.checkVisibility();

/** `button “Save”`, without the name where there is none. */
export const roleAndName = ({ role, label }: Candidate): string =>
  `${role}${label ? ` “${label.slice(0, 60)}”` : ' without a name'}`;
