import { visitEventRoots } from '../../dom/event-roots.ts';
import { after, childLifetime, on } from '../../runtime/lifetime.ts';
import { type ErrorKind, type Fact, JOURNEY_FACTS } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { runJudges } from '../judge.ts';
import { deriveSubmissions, noSubmission } from './derive-submissions.ts';
import { errorClick } from './judge/error-click.ts';
import { noResponse } from './judge/no-response.ts';
import { repeatClick } from './judge/repeat-click.ts';
import { scrollHunting } from './judge/scroll-hunting.ts';
import { slowResponse } from './judge/slow-response.ts';
import { createCauseTracker } from './listen/cause-tracker.ts';
import { createElementIds } from './listen/element-ids.ts';
import { noInput } from './listen/last-input.ts';
import { listenFields } from './listen/listen-fields.ts';
import { listenMutations } from './listen/listen-mutations.ts';
import { listenPresses } from './listen/listen-presses.ts';
import { listenRequests } from './listen/listen-requests.ts';
import { listenSigns } from './listen/listen-signs.ts';
import type { ListenerContext, PageWindow } from './listen/listener-context.ts';
import { now } from './listen/now.ts';
import { createPageNoise } from './listen/page-noise.ts';
import { watchFieldNoise } from './listen/watch-field-noise.ts';

const PAGE_JUDGES = { repeatClick, noResponse, slowResponse, errorClick, scrollHunting };

const CAUSING_EVENTS = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'input',
  'change',
  'focusout',
  'keydown',
  'pointerover',
];

export interface PageWatchDeps {
  window: PageWindow;
  lifetime: AbortSignal;
  /** Called with each finding, and the control that it is about if that still exists. */
  onFinding(finding: Finding, control: Element | undefined): void;
  /** Called with each fact that journey judges need. */
  onJourneyFact?(fact: Fact): void;
  /** Called with a control that a finding may be about soon: it may be gone by then. */
  onSuspect?(control: Element): void;
  /** Does the node belong to us, not to the page? */
  isOurs?(node: Node): boolean;
  /** Is this an origin of the app that the page belongs to? */
  isAppOrigin?(origin: string): boolean;
}

interface PageWatcher {
  /** Adds a fact that was observed elsewhere. */
  emit(fact: Fact): void;
  /** Adds an error that the page reports; `form` tells one from another. */
  emitError(by: ErrorKind, form: string): void;
  /** The control with this id; undefined if it is gone. */
  elementOf(id: number): Element | undefined;
}

/** Listens to a page and judges what it does. */
export function watchPage(deps: PageWatchDeps): PageWatcher {
  const { window, lifetime, onFinding, onJourneyFact, onSuspect, isOurs = () => false, isAppOrigin = () => false } = deps;
  const runner = runJudges(PAGE_JUDGES);
  const elementIds = createElementIds();
  const journeyFacts: ReadonlySet<Fact['is']> = new Set(JOURNEY_FACTS);
  const scheduleTick = createTick(lifetime, () => emit({ is: 'tick', at: now() }));
  let flushMutations = (): void => {};
  const cause = createCauseTracker({
    onChange: () => flushMutations(),
    onBusy: (at) => emit({ is: 'sign', at, by: 'busy' }),
    lifetime,
  });
  const lastInput = noInput(now());
  const noise = createPageNoise(cause, lastInput);
  const context: ListenerContext = {
    ...{ emit, elementIds, cause, noise, lifetime, isOurs, isAppOrigin, lastInput },
    sampling: () => mutations.sampling,
  };
  let submissions = noSubmission;

  function emit(fact: Fact): void {
    if (journeyFacts.has(fact.is)) onJourneyFact?.(fact);
    const { findings, due, suspects } = runner.judge(fact);
    const derived = deriveSubmissions(submissions, fact);
    submissions = derived.state;
    for (const finding of findings)
      onFinding(finding, finding.control === undefined ? undefined : elementIds.elementOf(finding.control));
    for (const control of suspects) {
      const element = elementIds.elementOf(control);
      if (element) onSuspect?.(element);
    }
    scheduleTick(Math.min(due, derived.due ?? Number.POSITIVE_INFINITY));
    for (const one of derived.facts) onJourneyFact?.(one);
  }

  function emitError(by: ErrorKind, form: string): void {
    const at = now();
    if (noise.isNewError(window, `${by} ${form}`, at)) emit({ is: 'error', at, by });
  }

  const mutations = listenMutations(context);
  flushMutations = mutations.flush;
  const searchRoots = visitEventRoots(
    window,
    {
      window: (view, viewLifetime) => {
        const viewContext = { ...context, lifetime: viewLifetime };
        cause.listen(view, CAUSING_EVENTS, viewLifetime);
        listenPresses(view, viewContext, () => {
          mutations.sampling.attend();
          searchRoots();
          mutations.press(view.document);
        });
        listenSigns(view, viewContext);
        listenFields(view, viewContext);
        listenRequests(view, viewContext);
        watchFieldNoise(view, viewContext);
      },
      root: mutations.observe,
    },
    lifetime,
  );
  emitLoaded(window, emit);
  const end = () => {
    mutations.flush();
    mutations.end();
    emit({ is: 'end', at: now() });
  };
  on(window, 'pagehide', end, lifetime);
  return { emit, emitError, elementOf: elementIds.elementOf };
}

/** Schedules one tick; a later call replaces an earlier one. An infinite time cancels it. */
function createTick(lifetime: AbortSignal, tick: () => void): (due: number) => void {
  let timer = childLifetime(lifetime);
  let scheduledFor = Number.POSITIVE_INFINITY;
  return (due) => {
    if (due === scheduledFor && due > now()) return;
    timer.abort();
    scheduledFor = due;
    if (due === Number.POSITIVE_INFINITY) return;
    timer = childLifetime(lifetime);
    after(Math.max(0, due - now()) + 1, tick, timer.signal);
  };
}

function emitLoaded(window: PageWindow, emit: (fact: Fact) => void): void {
  const [navigation] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type === 'navigate') emit({ is: 'loaded', at: now(), ms: navigation.responseStart - navigation.startTime });
}
