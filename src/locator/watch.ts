import type { Anchor } from '../model/anchor.ts';
import { idle } from '../runtime/idle.ts';
import { after, on } from '../runtime/lifetime.ts';
import { watchTrees } from '../runtime/watch-trees.ts';
import { keyOf } from './control.ts';
import { locate } from './locate.ts';
import { settle } from './locate-all.ts';
import type { Located } from './located.ts';
import { isRendered, nameOf } from './name.ts';
import { modelOf } from './page-model.ts';
import { roleOf } from './role.ts';
import type { PageModel } from './seen.ts';

/**
 * Where the looking stands. `looking`: not found yet. `found`. `missing`: given up for now, and told if it comes after all.
 * `gone`: it was found and is no longer there. `changed`: it is there, but is no longer the same control.
 */
export type Watched = Located & { state: 'looking' | 'found' | 'missing' | 'gone' | 'changed' };

export interface WatchOptions {
  anchors: readonly Anchor[];
  page: Document | ShadowRoot;
  /** Everything that watching started ends with it. */
  lifetime: AbortSignal;
  /** Called with all, in the order of the anchors, whenever one of them changed. */
  onChange: (located: Watched[]) => void;
  /** Milliseconds until what was never found is `missing`; 8,000 if not given. */
  patience?: number;
}

/**
 * Look for controls and keep looking, without polling: one observer, on every root of the page, wakes a slice of idle time. A page
 * that does not change costs nothing.
 */
export function watch({ anchors, page, lifetime, onChange, patience = 8000 }: WatchOptions): void {
  if (lifetime.aborted) return;
  let watched: Watched[] = anchors.map(() => ({ found: false, state: 'looking', why: 'absent' }));
  let meanings: string[] = [];
  let givenUp = false;
  let told = 0;
  // Kept while something is looked for: what stands is not looked for, and a page that never rests would fill it.
  let model: PageModel | undefined;
  const changed = new Set<Node>();

  const wake = idle(look, lifetime);
  const watchTree = watchTrees(lifetime, (nodes) => {
    if (model) for (const node of nodes) changed.add(node);
    wake();
  });
  on(window, 'resize', wake, lifetime);
  after(patience, giveUp, lifetime);
  wake();

  function* look(): Generator<void, void> {
    if (told && watched.every((_, i) => isStanding(i))) return;
    watchTree(page);
    // Rules inserted by script and the like are in no record: now and then the whole page is walked.
    model = modelOf(page, false, told % 8 ? model : undefined, changed);
    changed.clear();
    model.roots.forEach(watchTree);
    const located: Located[] = [];
    for (const anchor of anchors) {
      yield;
      located.push(locate(anchor, page, { model }));
    }
    tell(settle(anchors, located).map(judge));
    told++;
    if (watched.every(({ found }) => found)) model = undefined;
  }

  /** Is what was found still there, and the same to people? */
  function isStanding(i: number): boolean {
    const one = watched[i]!;
    return one.found && isThere(one.element) && meaningOf(one.element) === meanings[i];
  }

  function judge(located: Located, i: number): Watched {
    const before = watched[i]!;
    if (isStanding(i)) return before;
    if (located.found) return { ...located, state: 'found' };
    if (before.found) return { ...located, state: isThere(before.element) ? 'changed' : 'gone' };
    return { ...located, state: /gone|changed/.test(before.state) ? before.state : givenUp ? 'missing' : 'looking' };
  }

  function tell(next: Watched[]): void {
    // What stands is the same object still.
    const isNews = !told || next.some((one, i) => one.state !== watched[i]!.state || (one.found && one !== watched[i]));
    meanings = next.map((one) => (one.found ? meaningOf(one.element) : ''));
    watched = next;
    if (isNews) onChange(watched);
  }

  function giveUp(): void {
    givenUp = true;
    if (told) tell(watched.map((one) => (one.state === 'looking' ? { ...one, state: 'missing' } : one)));
  }
}

const isThere = (element: Element): boolean => element.isConnected && isRendered(element);

/** What a control is to people: its kind and its name, counts apart. */
function meaningOf(element: Element): string {
  const role = roleOf(element);
  return role + keyOf(nameOf(element, role));
}
