import { methods } from './methods.ts';

/** Milliseconds of each act on a page that has never run any of it. */
export interface DescribeTimings {
  elements: number;
  /** With texts. */
  nodes: number;
  describe: number[];
  anchors: unknown[];
}

export interface LookupTimings {
  /** What is read of the page before anything is looked for. */
  first: number[];
  lookup: number[];
  /** What is read of the page after a hundred changes, and the first look-up then. */
  update: number[];
  firstLookup: number[];
}

/** A hundred changes as apps make them: words, classes, a row that goes and one that comes. */
function change(round: number): void {
  const rows = [...document.querySelectorAll('tbody tr')];
  for (let i = 0; i < 25; i++) {
    const row = rows[(round * 97 + i * 23) % rows.length]!;
    row.children[2]!.firstChild!.nodeValue = `Customer ${round} ${i}`;
    row.querySelector('button')!.classList.toggle('busy');
    const other = rows[(round * 31 + i * 17 + 5) % rows.length]!;
    if (other !== row) other.after(row.cloneNode(true));
    document.querySelector('tbody')!.lastElementChild!.remove();
  }
}

function timed<T>(into: number[], act: () => T): T {
  const start = performance.now();
  const made = act();
  into.push(performance.now() - start);
  return made;
}

/** How long a method takes to describe so many controls spread over the page. */
export function speedOfDescribing(name: string, count: number): DescribeTimings {
  const { describe, model } = methods[name]!;
  const all = [...document.querySelectorAll('a, button, input')];
  const read = model();
  const ms: number[] = [];
  const targets = Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!);
  const anchors = targets.map((element) => timed(ms, () => describe(element, read)));
  const elements = document.querySelectorAll('*').length;
  return { elements, nodes: elements + document.evaluate('count(//text())', document).numberValue, describe: ms, anchors };
}

/** How long it takes to read the page, to look for what was described on another day, and to do so again after changes. */
export function speedOfLooking(name: string, anchors: unknown[]): LookupTimings {
  const { model, find } = methods[name]!;
  const looked: LookupTimings = { first: [], lookup: [], update: [], firstLookup: [] };
  let read = timed(looked.first, model);
  for (const anchor of anchors) timed(looked.lookup, () => find(anchor as never, read));
  for (let round = 0; round < 10; round++) {
    change(round);
    // Styles and layout are the page's own work; a browser does it before it is idle.
    document.body.getBoundingClientRect();
    read = timed(looked.update, model);
    timed(looked.firstLookup, () => find(anchors[anchors.length >> 1] as never, read));
  }
  return looked;
}
