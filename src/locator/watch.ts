import type { Anchor } from '../model/anchor.ts';
import { after, atEnd, observe, on } from '../runtime/lifetime.ts';
import { grow, pageOf } from './branch.ts';
import { idle } from './idle.ts';
import { locate, shippedThreshold } from './locate.ts';
import { settle } from './locate-all.ts';
import type { Located } from './located.ts';
import { isRendered, nameOf } from './name.ts';
import { modelFrom } from './page-model.ts';
import { keyOf } from './record-control.ts';
import { refresh } from './refresh.ts';
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
  threshold?: number;
}

/** For so many milliseconds a model is kept up to date; then the page is read anew. */
const youth = 3000;
/** So many records are kept; beyond, the page is read anew when it has to be. */
const most = 2000;

/**
 * Look for controls and keep looking, without polling: one observer, on every root of the page, wakes a slice of idle time. A page
 * that does not change costs nothing.
 */
export function watch({ anchors, page, lifetime, onChange, patience = 8000, threshold = shippedThreshold }: WatchOptions): void {
  if (lifetime.aborted) return;
  const observed = new WeakSet<Node>();
  let watched: Watched[] = anchors.map(() => ({ found: false, state: 'looking', why: 'Not looked for yet.' }));
  let meanings: (string | undefined)[] = [];
  let givenUp = false;
  let first = true;

  let records: MutationRecord[] = [];
  let model: PageModel | undefined;
  let readAt = 0;

  const observer = observe(
    new MutationObserver((changes) => {
      records.push(...changes);
      // What stands is not looked for, so nobody asks for them.
      if (records.length > most) forget();
      wake();
    }),
    lifetime,
    () => {},
  );
  const wake = idle(look, lifetime);
  const wakeAnew = () => {
    forget();
    wake();
  };
  const view = page.ownerDocument?.defaultView ?? (page as Document).defaultView;
  if (view) on(view, 'resize', wakeAnew, lifetime);
  after(patience, giveUp, lifetime);
  wake();

  function forget(): void {
    model = undefined;
    records = [];
  }

  function* look(isOver: () => boolean): Generator<void, void> {
    if (!first && watched.every((_, i) => isStanding(i))) return;
    const now = yield* readOn(isOver);
    const located: Located[] = [];
    for (const anchor of anchors) {
      located.push(locate(anchor, page, { model: now, threshold }));
      yield;
    }
    tell(settle(anchors, located).map((one, i) => judge(one, i, isStanding(i))));
    first = false;
  }

  /** The model as it is now: kept up to date while it is young, for not every change is told; else read anew, in slices. */
  function* readOn(isOver: () => boolean): Generator<void, PageModel> {
    const young = model && performance.now() - readAt < youth ? model : undefined;
    let now = young && refresh(young, take());
    if (!now) {
      const read = pageOf(page);
      observeRoots(read.roots);
      take();
      while (!grow(read, isOver)) yield;
      now = modelFrom(read);
      observeRoots(read.roots);
      now = refresh(now, take()) ?? now;
      readAt = performance.now();
    }
    observeRoots(now.page.roots);
    model = now;
    return now;
  }

  function take(): MutationRecord[] {
    const taken = [...records, ...observer.takeRecords()];
    records = [];
    return taken;
  }

  function isStanding(i: number): boolean {
    const one = watched[i]!;
    return one.found && stands(one.element, meanings[i]);
  }

  function judge(located: Located, i: number, stood: boolean): Watched {
    const before = watched[i]!;
    if (before.found && stood) return before;
    if (located.found && before.found && located.element === before.element) return { ...located, state: 'found', why: renamed };
    if (located.found) return { ...located, state: 'found' };
    if (before.found) return { ...located, ...(before.element.isConnected && isRendered(before.element) ? changed : gone) };
    if (before.state === 'gone' || before.state === 'changed') return { ...located, state: before.state, why: before.why };
    return { ...located, state: givenUp ? 'missing' : 'looking' };
  }

  function tell(next: Watched[]): void {
    const same =
      !first &&
      next.every(
        (one, i) =>
          one.state === watched[i]!.state &&
          elementOf(one) === elementOf(watched[i]!) &&
          (!one.found || one.why === watched[i]!.why),
      );
    meanings = next.map((one) => (one.found ? meaningOf(one.element) : undefined));
    watched = next;
    if (!same) onChange(watched);
  }

  function giveUp(): void {
    givenUp = true;
    if (watched.some((one) => one.state === 'looking'))
      tell(watched.map((one) => (one.state === 'looking' ? { ...one, state: 'missing' } : one)));
  }

  function observeRoots(roots: Iterable<Document | ShadowRoot>): void {
    for (const root of roots)
      if (!observed.has(root)) {
        observed.add(root);
        observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
        // A frame that has loaded tells only the tree it stands in.
        on(root, 'load', wakeAnew, lifetime, { capture: true });
      }
  }

  atEnd(lifetime, () => {
    watched = [];
    meanings = [];
    forget();
  });
}

const gone = { state: 'gone', why: 'The control went away.' } as const;
const changed = {
  state: 'changed',
  why: 'The control is still there, but it is no longer the same: its kind or its name changed.',
} as const;

const renamed = 'It is the same control, but its kind or its name changed since it was found.';

const elementOf = (one: Located): Element | undefined => (one.found ? one.element : undefined);

/** What a control is to people: its kind and its name, counts apart. */
function meaningOf(element: Element): string {
  const role = roleOf(element);
  return `${role} ${keyOf(nameOf(element, role))}`;
}

const stands = (element: Element, meaning: string | undefined): boolean =>
  element.isConnected && isRendered(element) && meaningOf(element) === meaning;
