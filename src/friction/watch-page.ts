import { after, childOf, on } from '../runtime/lifetime.ts';
import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';
import { errorClick } from './judge/error-click.ts';
import { noResponse } from './judge/no-response.ts';
import { repeatClick } from './judge/repeat-click.ts';
import { scrollHunting } from './judge/scroll-hunting.ts';
import { slowResponse } from './judge/slow-response.ts';
import { type AnyJudge, seat } from './judge.ts';
import { createCause } from './listen/cause.ts';
import type { Ear } from './listen/ear.ts';
import { listenFields } from './listen/fields.ts';
import { createGrounds } from './listen/grounds.ts';
import { listenMutations } from './listen/mutations.ts';
import { now } from './listen/now.ts';
import { createNumbers } from './listen/numbers.ts';
import { listenPresses } from './listen/presses.ts';
import { listenRequests } from './listen/requests.ts';
import { listenSigns } from './listen/signs.ts';

const judges = {
  repeatClick,
  noResponse,
  slowResponse,
  errorClick,
  scrollHunting,
} as Record<string, unknown> as Record<string, AnyJudge>;

/** Facts that judges of the way through the app need too, which outlive the page. */
const carried: ReadonlySet<Fact['is']> = new Set(
  'acted undone left-field invalid changed submitted saved searched opened-result copied pasted exported imported'.split(
    ' ',
  ) as Fact['is'][],
);
const dispatched = 'pointerdown mousedown pointerup mouseup click input change focusout keydown pointerover'.split(' ');

export interface PageWatch {
  window: Window & typeof globalThis;
  lifetime: AbortSignal;
  /** Hears each finding, and the control it is about if that is still there. */
  found(finding: Finding, control: Element | undefined): void;
  /** Hears the facts that judges of the way through the app need. */
  carry?(fact: Fact): void;
  isOurs?(node: Node): boolean;
}

export interface Watching {
  /** Takes facts from elsewhere, as errors that the page reports. */
  tell(fact: Fact): void;
  /** The control that a finding's number stands for. */
  element(number: number): Element | undefined;
}

/** Listens to a page and judges what it does. */
export function watchPage({ window, lifetime, found, carry, isOurs = () => false }: PageWatch): Watching {
  const bench = seat(judges);
  const numbers = createNumbers();
  const timer = { life: childOf(lifetime), due: Number.POSITIVE_INFINITY };
  const flushing = { act: () => {} };
  const cause = createCause(
    () => flushing.act(),
    (at) => emit({ is: 'sign', at, by: 'busy' }),
  );
  const last = { deed: now(), press: null, typed: 0, hoverAnswered: null };
  const ear: Ear = { emit, numbers, cause, lifetime, isOurs, last };

  function emit(fact: Fact): void {
    if (carried.has(fact.is)) carry?.(fact);
    const heard = bench.hear(fact);
    for (const finding of heard.found)
      found(finding, finding.control === undefined ? undefined : numbers.element(finding.control));
    rouse(heard.due);
  }

  function rouse(due: number): void {
    if (due === timer.due && due > now()) return;
    timer.life.abort();
    timer.due = due;
    if (due === Number.POSITIVE_INFINITY) return;
    timer.life = childOf(lifetime);
    after(Math.max(0, due - now()) + 1, () => emit({ is: 'tick', at: now() }), timer.life.signal);
  }

  const mutations = listenMutations(ear);
  flushing.act = mutations.flush;
  const grounds = createGrounds(
    window,
    {
      view: (view, life) => {
        const here = { ...ear, lifetime: life };
        cause.listen(view, dispatched, life);
        listenPresses(view, here, () => grounds.search());
        listenSigns(view, here);
        listenFields(view, here);
        listenRequests(view, here);
      },
      root: mutations.observe,
    },
    lifetime,
  );
  const [load] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (load?.type === 'navigate') emit({ is: 'loaded', at: now(), ms: load.responseStart - load.startTime });
  on(window, 'pagehide', () => emit({ is: 'end', at: now() }), lifetime);
  lifetime.addEventListener('abort', cause.close, { once: true });
  return { tell: emit, element: numbers.element };
}
