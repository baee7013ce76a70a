import type { Candidate } from './candidate.ts';
import type { FieldLabels } from './name.ts';

/** Everything on a page that an anchor may mean, as of its last reading (`model.ts`). */
export interface PageModel {
  root: Document | ShadowRoot;
  /** What is among the candidates besides controls and headings. */
  scope: ModelScope;
  /** Every document and shadow root in it. */
  roots: Set<Document | ShadowRoot>;
  /** What anchors are compared with; of a large page also what is not drawn. */
  candidates: Candidate[];
  /** All controls, drawn or not. */
  controls: ControlNode[];
  /** Width of the window in CSS pixels. */
  width: number;
  /** Of the document, in lower case; empty where it declares none. */
  language: string;
  /** What the walk met, in the order of the page. */
  nodes: PageNode[];
  /** What the walk met in each element, so that an unchanged element need not be walked again. */
  spans: WeakMap<Element, SubtreeSpan>;
  /** The heading before each heading. */
  headingBefore: WeakMap<Element, Element | undefined>;
  /** The words of each row that were asked for. */
  rowWords: Map<Element, number[]>;
  /** What the rows within an element share. */
  rowGroups: Map<Element, WordCounts>;
  /** The labels of its fields, once a name was asked for. */
  labels?: FieldLabels | undefined;
  /** Custom elements that have no shadow root yet: one that gets its definition later changes without a mutation record. */
  closedHosts: Set<Element>;
  /** Wider models of the same page that were asked for, by their scopes. */
  widerModels?: Map<string, PageModel> | undefined;
}

/** What a model takes in besides controls and headings: elements with text of their own, and all elements of a role or tag. */
export interface ModelScope {
  texts?: boolean;
  also?: string;
}

/** What a walk notes. */
export type PageNode = ControlNode | TextNode | SubtreeSpan;

/** A control or heading. */
export interface ControlNode extends Candidate {
  readonly kind: 'control';
  /** Its place among the nodes. */
  index: number;
  /** Reads it anew when it is asked for next. */
  forget: () => void;
}

/** A text, blank or not: none is read before it is asked for. */
interface TextNode {
  readonly kind: 'text';
  readonly node: Text;
  /** Fingerprints of its words and of the whole, once they were asked for. */
  hashes?: number[] | undefined;
}

/** What the walk met in one element: the `size` nodes before place `index`, if it came with the same heading and landmark. */
export interface SubtreeSpan {
  readonly kind: 'span';
  index: number;
  readonly size: number;
  readonly landmark: string;
  /** The last heading before the element, and after it. */
  readonly headingBefore: Element | undefined;
  readonly headingAfter: Element | undefined;
}

/** How many of the rows that were read have each word. */
export interface WordCounts {
  size: number;
  counts: Map<number, number>;
}
