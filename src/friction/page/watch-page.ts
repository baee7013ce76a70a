import { visitEventRoots } from '../../dom/event-roots.ts';
import { after, childLifetime, on } from '../../runtime/lifetime.ts';
import type { Fact } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { type AnyJudge, runJudges } from '../judge.ts';
import { errorClick } from './judge/error-click.ts';
import { noResponse } from './judge/no-response.ts';
import { repeatClick } from './judge/repeat-click.ts';
import { scrollHunting } from './judge/scroll-hunting.ts';
import { slowResponse } from './judge/slow-response.ts';
import { createCauseTracker } from './listen/cause-tracker.ts';
import { createElementIds } from './listen/element-ids.ts';
import { listenFields } from './listen/listen-fields.ts';
import { listenMutations } from './listen/listen-mutations.ts';
import { listenPresses } from './listen/listen-presses.ts';
import { listenRequests } from './listen/listen-requests.ts';
import { listenSigns } from './listen/listen-signs.ts';
import type { ListenerContext } from './listen/listener-context.ts';
import { now } from './listen/now.ts';

const judges = {
  repeatClick,
  noResponse,
  slowResponse,
  errorClick,
  scrollHunting,
} as Record<string, unknown> as Record<string, AnyJudge>;

/** Facts that judges of the way through the app need too, which outlive the page. */
const JOURNEY_FACTS: ReadonlySet<Fact['is']> = new Set(
  'acted undone left-field invalid changed submitted saved searched opened-result copied pasted exported imported'.split(
    ' ',
  ) as Fact['is'][],
);
const CAUSING_EVENTS = 'pointerdown mousedown pointerup mouseup click input change focusout keydown pointerover'.split(' ');

export interface PageWatchDeps {
  window: Window & typeof globalThis;
  lifetime: AbortSignal;
  /** Hears each finding, and the control it is about if that is still there. */
  onFinding(finding: Finding, control: Element | undefined): void;
  /** Hears the facts that judges of the way through the app need. */
  onJourneyFact?(fact: Fact): void;
  isOurs?(node: Node): boolean;
}

export interface PageWatcher {
  /** Takes facts from elsewhere, as errors that the page reports. */
  emit(fact: Fact): void;
  /** The control that a finding's number stands for. */
  elementOf(number: number): Element | undefined;
}

/** Listens to a page and judges what it does. */
export function watchPage({ window, lifetime, onFinding, onJourneyFact, isOurs = () => false }: PageWatchDeps): PageWatcher {
  const runner = runJudges(judges);
  const elementIds = createElementIds();
  const tick = { life: childLifetime(lifetime), due: Number.POSITIVE_INFINITY };
  const pending = { act: () => {} };
  const cause = createCauseTracker(
    () => pending.act(),
    (at) => emit({ is: 'sign', at, by: 'busy' }),
    lifetime,
  );
  const lastInput = { actedAt: now(), pressTarget: null, typedAt: 0, hoverOpener: null };
  const context: ListenerContext = { emit, elementIds, cause, lifetime, isOurs, lastInput };

  function emit(fact: Fact): void {
    if (JOURNEY_FACTS.has(fact.is)) onJourneyFact?.(fact);
    const result = runner.judge(fact);
    for (const finding of result.findings)
      onFinding(finding, finding.control === undefined ? undefined : elementIds.elementOf(finding.control));
    scheduleTick(result.due);
  }

  function scheduleTick(due: number): void {
    if (due === tick.due && due > now()) return;
    tick.life.abort();
    tick.due = due;
    if (due === Number.POSITIVE_INFINITY) return;
    tick.life = childLifetime(lifetime);
    after(Math.max(0, due - now()) + 1, () => emit({ is: 'tick', at: now() }), tick.life.signal);
  }

  const mutations = listenMutations(context);
  pending.act = mutations.flush;
  const searchRoots = visitEventRoots(
    window,
    {
      window: (view, life) => {
        const viewContext = { ...context, lifetime: life };
        cause.listen(view, CAUSING_EVENTS, life);
        listenPresses(view, viewContext, () => searchRoots());
        listenSigns(view, viewContext);
        listenFields(view, viewContext);
        listenRequests(view, viewContext);
      },
      root: mutations.observe,
    },
    lifetime,
  );
  const [navigation] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type === 'navigate') emit({ is: 'loaded', at: now(), ms: navigation.responseStart - navigation.startTime });
  on(window, 'pagehide', () => emit({ is: 'end', at: now() }), lifetime);
  return { emit, elementOf: elementIds.elementOf };
}
