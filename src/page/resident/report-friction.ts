import { isOwnHost } from '../../dom/shadow-root-of.ts';
import type { NavigationKind } from '../../friction/facts.ts';
import type { Finding } from '../../friction/finding.ts';
import { watchPage } from '../../friction/page/watch-page.ts';
import type { Ask } from '../../messaging/ask.ts';
import type { JourneyFact } from '../../messaging/journey-fact.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { after, on } from '../../runtime/lifetime.ts';

interface ReportFrictionDeps {
  ask: Ask;
  lifetime: AbortSignal;
  /** Friction may be switched off by policy while we run. */
  isOn(): boolean;
  /** The one event name of this page under which its own world reports uncaught errors, once that was asked for. */
  errors: { channel: string; isOpen: boolean };
  /** Role, name and position of a control. What of it is recorded is decided by the background. */
  observe(element: Element): Promise<ObservedControl | undefined>;
}

/** Milliseconds that a fact of the person's journey waits for others, to be sent with them. */
const FLUSH_AFTER_MS = 1000;
/** Facts that wait at most, before they are sent at once. */
const MAX_WAITING_FACTS = 100;
/** Errors of one page that are counted: more of them say nothing new. */
const MAX_ERRORS = 200;

/** Detects friction and reports it to the background. The result is to be called whenever the person comes to an address. */
export function reportFriction({ ask, lifetime, isOn, errors, observe }: ReportFrictionDeps): (by: NavigationKind) => void {
  const waiting: JourneyFact[] = [];

  const { emit, elementOf } = watchPage({
    window,
    lifetime,
    isOurs: isOwnHost,
    onFinding: ({ at: _at, control, route: _route, ...finding }) => void report(finding, control),
    onJourneyFact: (fact) => enqueue(fact as JourneyFact),
  });

  async function report(finding: Omit<Finding, 'at' | 'control' | 'route'>, number: number | undefined): Promise<void> {
    if (!isOn()) return;
    const control = number === undefined ? undefined : elementOf(number);
    const observed = control && (await observe(control));
    await ask('friction', { ...finding, ...(observed && { control: observed }) });
  }

  function enqueue(fact: JourneyFact): void {
    if (!isOn() || (fact.is === 'acted' && waiting.filter(({ is }) => is === 'acted').length >= 2)) return;
    waiting.push({ ...fact, at: Math.round(fact.at) });
    if (waiting.length >= MAX_WAITING_FACTS) void flush();
    else if (waiting.length === 1) after(FLUSH_AFTER_MS, () => void flush(), lifetime);
  }

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const reply = await ask('journey', { facts: waiting.splice(0) });
    if (reply.ok) for (const { number, ...finding } of reply.found) void report(finding, number);
  }

  function moved(is: 'visit' | 'away' | 'back' | 'end', by?: NavigationKind): void {
    enqueue({ is, at: Date.now(), ...(by && { by }) });
    void flush();
  }

  on(document, 'visibilitychange', () => moved(document.hidden ? 'away' : 'back'), lifetime);
  on(window, 'pagehide', () => moved('end'), lifetime);
  listenErrors({ ask, errors, lifetime, emit });
  moved('visit', arrivedBy());
  return (by) => moved('visit', by);
}

interface ListenErrorsDeps extends Pick<ReportFrictionDeps, 'ask' | 'errors' | 'lifetime'> {
  emit: ReturnType<typeof watchPage>['emit'];
}

/** Uncaught errors are seen in the page's own world only. What comes over the channel is the page's claim, and is no more than counted. */
function listenErrors({ ask, errors, lifetime, emit }: ListenErrorsDeps): void {
  let count = 0;
  on(
    window,
    errors.channel,
    (event) => {
      const by = (event as CustomEvent).detail;
      count += 1;
      if ((by === 'error' || by === 'rejection') && count <= MAX_ERRORS)
        emit({ is: 'error', at: performance.timeOrigin + performance.now(), by });
    },
    lifetime,
  );
  if (errors.isOpen) return;
  errors.isOpen = true;
  void ask('errors', { channel: errors.channel });
}

/** Loads of a frame are the page's doing and say nothing of the person's journey. A reload keeps the referrer of the first load. */
function arrivedBy(): NavigationKind {
  if (window !== window.top) return 'move';
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const from = load?.type === 'navigate' ? document.referrer : '';
  return from && new URL(from).origin !== location.origin ? 'arrival' : 'load';
}
