import { modelInSteps, updateModel } from './page/model.ts';
import type { PageModel } from './page/page-model.ts';

/** More altered nodes than this are as much work as a page that is walked anew. */
const MAX_CHANGED = 1000;

type Root = Document | ShadowRoot;

/** Keeps the model of a page up to date while something is looked for on it. A page that never rests would fill what it holds. */
export class PageReader {
  readonly #page: Root;
  readonly #onRoot: (root: Root) => void;
  readonly #changed = new Set<Node>();
  #model: PageModel | undefined;
  isReading = false;

  constructor(page: Root, onRoot: (root: Root) => void) {
    this.#page = page;
    this.#onRoot = onRoot;
  }

  /** Takes in that nodes were altered. */
  note(nodes: readonly Node[]): void {
    if ((this.#model || this.isReading) && this.#areFew) for (const node of nodes) this.#changed.add(node);
  }

  /** @param anew walk the whole page, whatever is known of it */
  *read(anew: boolean): Generator<void, PageModel> {
    if (this.#model && !anew && this.#areFew) updateModel(this.#model, this.#changed);
    else this.#model = yield* this.#walk();
    this.#changed.clear();
    for (const root of this.#model.roots) this.#onRoot(root);
    return this.#model;
  }

  forget(): void {
    this.#model = undefined;
    this.#changed.clear();
  }

  get #areFew(): boolean {
    return this.#changed.size <= MAX_CHANGED;
  }

  *#walk(): Generator<void, PageModel> {
    this.#changed.clear();
    this.isReading = true;
    try {
      const walked = yield* modelInSteps(this.#page, this.#onRoot);
      // What changed between two steps may have been read before. Of a page that changes too fast the next look knows more.
      if (this.#changed.size > 0 && this.#areFew) updateModel(walked, this.#changed);
      return walked;
    } finally {
      this.isReading = false;
    }
  }
}
