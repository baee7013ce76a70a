import { finder } from '@medv/finder';
import { getCssSelector } from 'css-selector-generator';
import { RobulaPlus } from 'px-robula-plus';
import { alteredNodes } from '../../../../src/dom/watch-trees.ts';
import { describe } from '../../../../src/locator/anchor/describe.ts';
import { locate } from '../../../../src/locator/locate.ts';
import { type LocatorWeights, SHIPPED_WEIGHTS } from '../../../../src/locator/match/score.ts';
import { modelOf, updateModel } from '../../../../src/locator/page/model.ts';
import type { PageModel } from '../../../../src/locator/page/page-model.ts';
import type { Anchor } from '../../../../src/model/pack/anchor.ts';
import { ALL_MUTATIONS } from '../../../../src/runtime/lifetime.ts';
import { type Properties, propertiesOf, type SimiloModel, similoFind, similoModel } from './similo.ts';

export interface MethodAnswer {
  element: Element | null;
  /** Methods that do not say how sure they are answer with 1. */
  confidence: number;
  /** Whether the method itself would give this answer. */
  given: boolean;
}

/** A way to find a control again. `model` is what it reads of a page once for all look-ups. */
export interface LocateMethod<A = unknown, M = unknown> {
  describe: (element: Element, model: M | undefined) => A;
  model: () => M;
  find: (anchor: A, model: M) => MethodAnswer;
}

/** Weights learnt without the app at hand. */
export const leftOut: { weights: LocatorWeights | undefined } = { weights: undefined };

const given = (element: Element | null): MethodAnswer => ({ element, confidence: element ? 1 : 0, given: !!element });
const nothing = () => undefined;

/** The model of the page, kept up to date as `watch` does it: from mutation records of every root. */
const tracked: { model?: PageModel; changed: Set<Node> } = { changed: new Set() };
const onRecords = (records: MutationRecord[]) => {
  for (const node of alteredNodes(records)) tracked.changed.add(node);
};
const observer = new MutationObserver(onRecords);
const observed = new WeakSet<Node>();
function observeOnce(root: Node): void {
  if (observed.has(root)) return;
  observed.add(root);
  observer.observe(root, ALL_MUTATIONS);
}
function modelNow(): PageModel {
  onRecords(observer.takeRecords());
  if (tracked.model) updateModel(tracked.model, tracked.changed);
  else tracked.model = modelOf(document);
  tracked.changed.clear();
  tracked.model.roots.forEach(observeOnce);
  return tracked.model;
}

/** Our own locator, judging by some weights. */
const cairnWith = (weights: () => LocatorWeights): LocateMethod<Anchor, PageModel> => ({
  describe: (element, model) => describe(element, model),
  model: modelNow,
  find: (anchor, model) => {
    const located = locate(anchor, document, { model, weights: weights() });
    return located.found
      ? { element: located.element, confidence: located.confidence, given: true }
      : { element: located.best?.element ?? null, confidence: located.best?.confidence ?? 0, given: false };
  },
});

/** Selectors are made and looked for in the tree the element lies in: the document, or the n-th frame. Shadow trees are beyond them. */
interface Selector {
  frame: number;
  selector: string;
}

function bySelector(
  make: (element: Element) => string,
  find: (selector: string, tree: Document) => Element | null,
): LocateMethod<Selector | null, undefined> {
  return {
    model: nothing,
    describe(element) {
      try {
        return element.getRootNode() instanceof ShadowRoot
          ? null
          : { frame: documents().indexOf(element.ownerDocument), selector: make(element) };
      } catch {
        return null;
      }
    },
    find(anchor) {
      try {
        const tree = anchor && documents()[anchor.frame];
        return given(tree ? find(anchor.selector, tree) : null);
      } catch {
        return given(null);
      }
    },
  };
}

const documents = (): Document[] => [
  document,
  ...[...document.querySelectorAll('iframe')].map((frame) => frame.contentDocument!),
];
const css = (selector: string, tree: Document) => tree.querySelector(selector);

const similo: LocateMethod<Properties, SimiloModel> = {
  describe: propertiesOf,
  model: similoModel,
  find: (anchor, model) => given(similoFind(anchor, model)),
};

export const methods: Record<string, LocateMethod<never, never>> = {
  cairn: cairnWith(() => SHIPPED_WEIGHTS),
  'cairn-left-out': cairnWith(() => leftOut.weights ?? SHIPPED_WEIGHTS),
  finder: bySelector((element) => finder(element, { root: element.ownerDocument.body, timeoutMs: 2000 }), css),
  'css-selector-generator': bySelector(
    (element) => getCssSelector(element, { root: element.ownerDocument, maxCombinations: 100, maxCandidates: 100 }),
    css,
  ),
  'robula+': bySelector(
    (element) => new RobulaPlus().getRobustXPath(element, element.ownerDocument),
    (selector, tree) =>
      tree.evaluate(selector, tree, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue as Element | null,
  ),
  similo,
} as unknown as Record<string, LocateMethod<never, never>>;
