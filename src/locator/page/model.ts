import { composedParentOf } from '../../dom/composed-tree.ts';
import { documentOf, windowOf } from '../../dom/node-getters.ts';
import { shadowRootOf } from '../../dom/shadow-root-of.ts';
import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { isDrawn } from './candidate.ts';
import type { ControlNode, ModelScope, PageModel } from './page-model.ts';
import { type EarlierWalk, PageWalk, type WalkOptions } from './walk.ts';

/** Up to so many controls are all compared; a page with more is a long list or a grid. */
export const COMPARE_ALL_UP_TO = 250;
/** Of up to so many controls it is asked at once which are drawn; of more, only once they are to be compared. */
const FILTER_DRAWN_UP_TO = 2 * COMPARE_ALL_UP_TO;
/** Nodes that are walked between two pauses: a few milliseconds at most. */
const NODES_PER_STEP = 1000;

/** In a window without a size, as of a hidden frame. */
const DEFAULT_WINDOW_WIDTH = 1280;

/**
 * Everything on a page that an anchor may mean, through shadow roots and frames of the same origin: controls and headings, and what
 * the scope adds.
 */
export function modelOf(root: Document | ShadowRoot, scope: ModelScope = {}): PageModel {
  const model = emptyModel(root, scope);
  readPage(model);
  return model;
}

/**
 * As `modelOf`, in steps. `onRoot` is called with each document and shadow root before it is read, so that its changes can be observed:
 * what changes between two steps is brought in by `updateModel`.
 */
export function* modelInSteps(
  root: Document | ShadowRoot,
  onRoot: (root: Document | ShadowRoot) => void,
): Generator<void, PageModel> {
  const model = emptyModel(root, {});
  const walk = beginWalk(model, { onRoot });
  while (!walk.advance(NODES_PER_STEP)) yield;
  yield;
  takeIn(model, walk);
  return model;
}

function emptyModel(root: Document | ShadowRoot, scope: ModelScope): PageModel {
  return {
    root,
    scope,
    roots: new Set(),
    candidates: [],
    controls: [],
    width: DEFAULT_WINDOW_WIDTH,
    language: '',
    nodes: [],
    spans: new WeakMap(),
    headingBefore: new WeakMap(),
    rowWords: new Map(),
    rowGroups: new Map(),
    closedHosts: new Set(),
  };
}

/**
 * Brings a model up to date after `changed` nodes were altered (`alteredNodes` gives them, of mutation records). Only what they are in is
 * walked again.
 */
export function updateModel(model: PageModel, changed: Iterable<Node>): void {
  readPage(model, { nodes: model.nodes, affected: affectedBy(changed, model) });
}

/** The model of a wider scope beside a model; made once. */
export function widerModelOf(model: PageModel, scope: ModelScope): PageModel {
  model.widerModels ??= new Map();
  return getOrInsert(model.widerModels, JSON.stringify(scope), () => modelOf(model.root, scope));
}

function readPage(model: PageModel, earlier?: EarlierWalk): void {
  const walk = beginWalk(model, { earlier });
  walk.advance(Number.POSITIVE_INFINITY);
  takeIn(model, walk, earlier?.affected);
}

function beginWalk(model: PageModel, options: WalkOptions): PageWalk {
  const { documentElement } = documentOf(model.root);
  model.width = windowOf(model.root)!.innerWidth || DEFAULT_WINDOW_WIDTH;
  model.language = (documentElement.lang ?? '').toLowerCase();
  model.rowGroups = new Map();
  model.labels = undefined;
  model.widerModels = undefined;
  const walk = new PageWalk(model, options);
  walk.enterRoot(model.root);
  return walk;
}

function takeIn(model: PageModel, walk: PageWalk, affected?: ReadonlySet<Node>): void {
  model.nodes = walk.nodes;
  model.controls = settleNodes(model, affected);
  model.candidates = candidatesOf(model.controls);
}

/** The nodes that were altered, with everything that they are in, out to the top document. */
function affectedBy(changed: Iterable<Node>, model: PageModel): Set<Node> {
  const affected = new Set<Node>();
  // An element that becomes what its name says leaves no mutation record.
  const upgraded = [...model.closedHosts].filter(shadowRootOf);
  for (const host of upgraded) model.closedHosts.delete(host);
  for (const node of [...changed, ...upgraded])
    for (let at: Node | null = node; at && !affected.has(at); at = composedParentOf(at)) {
      model.rowWords.delete(at as Element);
      // New words of a text change nothing about what stands where: what it is in need not be walked again.
      if (at === node || node.nodeType !== 3) affected.add(at);
    }
  return affected;
}

/** Gives each node its place, and forgets what may be another now. Answers the controls. */
function settleNodes({ nodes }: PageModel, affected?: ReadonlySet<Node>): ControlNode[] {
  const controls: ControlNode[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!;
    if (node.kind === 'text') {
      if (affected?.has(node.node)) node.hashes = undefined;
      continue;
    }
    node.index = index;
    if (node.kind === 'span') continue;
    node.forget();
    controls.push(node);
  }
  return controls;
}

function candidatesOf(controls: ControlNode[]): ControlNode[] {
  const drawn = controls.length > FILTER_DRAWN_UP_TO ? controls : controls.filter(isDrawn);
  return drawn.length > COMPARE_ALL_UP_TO ? controls : drawn;
}
