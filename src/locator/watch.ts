import { watchTrees } from '../dom/watch-trees.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import { createIdleTask } from '../runtime/idle.ts';
import { after, on } from '../runtime/lifetime.ts';
import { locate } from './locate.ts';
import { resolveDuplicates } from './locate-all.ts';
import type { LocateResult } from './locate-result.ts';
import type { PageModel } from './page/candidate.ts';
import { hashLabel } from './page/control.ts';
import { modelOf } from './page/model.ts';
import { isRendered, nameOf } from './page/name.ts';
import { roleOf } from './page/role.ts';

/**
 * Where the looking stands. `looking`: not found yet. `found`. `missing`: given up for now, and told if it comes after all.
 * `gone`: it was found and is no longer there. `changed`: it is there, but is no longer the same control.
 */
export type WatchResult = LocateResult & { state: 'looking' | 'found' | 'missing' | 'gone' | 'changed' };

export interface WatchOptions {
  anchors: readonly Anchor[];
  page: Document | ShadowRoot;
  /** Everything that watching started ends with it. */
  lifetime: AbortSignal;
  /** Called with all, in the order of the anchors, whenever one of them changed. */
  onChange: (located: WatchResult[]) => void;
  /** Milliseconds until what was never found is `missing`; 8,000 if not given. */
  patienceMs?: number;
}

/**
 * Look for controls and keep looking, without polling: one observer, on every root of the page, wakes a slice of idle time. A page
 * that does not change costs nothing.
 */
export function watch({ anchors, page, lifetime, onChange, patienceMs = 8000 }: WatchOptions): void {
  if (lifetime.aborted) return;
  let results: WatchResult[] = anchors.map(() => ({ found: false, state: 'looking', why: 'absent' }));
  let signatures: string[] = [];
  let givenUp = false;
  let reportCount = 0;
  // Kept while something is looked for: what stands is not looked for, and a page that never rests would fill it.
  let model: PageModel | undefined;
  const changed = new Set<Node>();

  const wake = createIdleTask(search, lifetime);
  const watchTree = watchTrees(lifetime, (nodes) => {
    if (model) for (const node of nodes) changed.add(node);
    wake();
  });
  on(window, 'resize', wake, lifetime);
  after(patienceMs, giveUp, lifetime);
  wake();

  function* search(): Generator<void, void> {
    if (reportCount && results.every((_, i) => isStanding(i))) return;
    watchTree(page);
    // Rules inserted by script and the like are in no record: now and then the whole page is walked.
    model = modelOf(page, false, reportCount % 8 ? model : undefined, changed);
    changed.clear();
    model.roots.forEach(watchTree);
    const located: LocateResult[] = [];
    for (const anchor of anchors) {
      yield;
      located.push(locate(anchor, page, { model }));
    }
    report(resolveDuplicates(anchors, located).map(nextResult));
    reportCount++;
    if (results.every(({ found }) => found)) model = undefined;
  }

  /** Is what was found still there, and the same to people? */
  function isStanding(i: number): boolean {
    const one = results[i]!;
    return one.found && isThere(one.element) && signatureOf(one.element) === signatures[i];
  }

  function nextResult(located: LocateResult, i: number): WatchResult {
    const before = results[i]!;
    if (isStanding(i)) return before;
    if (located.found) return { ...located, state: 'found' };
    if (before.found) return { ...located, state: isThere(before.element) ? 'changed' : 'gone' };
    return { ...located, state: /gone|changed/.test(before.state) ? before.state : givenUp ? 'missing' : 'looking' };
  }

  function report(next: WatchResult[]): void {
    // What stands is the same object still.
    const isNews = !reportCount || next.some((one, i) => one.state !== results[i]!.state || (one.found && one !== results[i]));
    signatures = next.map((one) => (one.found ? signatureOf(one.element) : ''));
    results = next;
    if (isNews) onChange(results);
  }

  function giveUp(): void {
    givenUp = true;
    if (reportCount) report(results.map((one) => (one.state === 'looking' ? { ...one, state: 'missing' } : one)));
  }
}

const isThere = (element: Element): boolean => element.isConnected && isRendered(element);

/** What a control is to people: its kind and its name, counts apart. */
function signatureOf(element: Element): string {
  const role = roleOf(element);
  return role + hashLabel(nameOf(element, role));
}
