import { composedAncestors } from '../../dom/composed-tree.ts';

/** A control or heading as the locator compares it. Lists of numbers are fingerprints of words (`hash-words.ts`). */
export interface Candidate {
  element: Element;
  role: string;
  tag: string;
  type: string;
  /** The accessible name. */
  label: string;
  /** The whole name as one fingerprint; of a field without a name the words before it; 0 if there are none. */
  key: number;
  name: number[];
  /** Authored words of `id`, `name`, `data-*` and the like. */
  ids: number[];
  /** Authored words of the address, without its origin. */
  href: number[];
  icon: number[];
  /** Words that tell its row, list item or card from the others. */
  row: number[];
  /** Words of the nearest drawn heading before it. */
  section: number[];
  /** Words just before it. */
  precedingText: number[];
  /** The four elements around it, nearest first. */
  path: number[];
  signature: ControlSignature;
  landmark: string;
  /** Its box in CSS pixels from the top left corner of the page. */
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A control in fourteen letters: enough to know it again among others. Each number is a fingerprint; 0 means that there is nothing. */
export interface ControlSignature {
  /** Its whole name. */
  key: number;
  /** Its authored attributes and address. */
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

/** Share of the common area from which two boxes are one place; from the lower one where one element lies in the other. */
const SAME_BOX_OVERLAP = 0.85;
const NESTED_OVERLAP = 0.5;

/** Does one control lie in the other, at any depth? */
const contains = (outer: Candidate, inner: Candidate): boolean =>
  composedAncestors(inner.element).slice(1).includes(outer.element);

/** Do both fill the same place: nearly the same box, or one inside the other with half of its area? */
export function samePlace(a: Candidate, b: Candidate): boolean {
  const width = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return false;
  const overlap = (width * height) / (a.w * a.h + b.w * b.h - width * height);
  return overlap >= SAME_BOX_OVERLAP || (overlap >= NESTED_OVERLAP && (contains(a, b) || contains(b, a)));
}

/** Is it rendered, and of any size? Asking makes the browser lay out the page. */
export const isDrawn = ({ element, w, h }: Candidate): boolean => w >= 1 && h >= 1 && element.checkVisibility();
