import { isOwnHost } from '../../dom/shadow-root-of.ts';
import type { NavigationKind } from '../../friction/facts.ts';
import type { Finding } from '../../friction/finding.ts';
import { now } from '../../friction/page/listen/now.ts';
import { watchPage } from '../../friction/page/watch-page.ts';
import type { JourneyFact } from '../../messaging/journey-fact.ts';
import { after, on } from '../../runtime/lifetime.ts';
import type { ReportFrictionDeps } from './friction-script.ts';
import { createObservations } from './observations.ts';

/** Milliseconds that a fact of the person's journey waits for others, to be sent with them. */
const FLUSH_AFTER_MS = 1000;
/** Facts that wait at most, before they are sent at once. */
const MAX_WAITING_FACTS = 100;
/** Errors of one page that are counted: more of them say nothing new. */
const MAX_ERRORS = 200;

/** Detects friction and reports it to the background. The result is to be called whenever the person comes to an address. */
export function reportFriction(deps: ReportFrictionDeps): (by: NavigationKind) => void {
  const { ask, lifetime, isOn, errors, observe, isAppOrigin } = deps;
  const waiting: JourneyFact[] = [];
  const observations = createObservations(observe);
  // Before those that judge: what is found when the page is left is sent at once.
  on(window, 'pagehide', observations.leave, lifetime);
  on(window, 'pageshow', observations.comeBack, lifetime);

  const { emitError, elementOf } = watchPage({
    window,
    lifetime,
    isOurs: isOwnHost,
    isAppOrigin,
    onFinding: ({ route: _route, ...finding }, control) => report(finding, control),
    onSuspect: observations.prepare,
    onJourneyFact: (fact) => enqueue(fact as JourneyFact),
  });

  function report({ at, control: _control, ...finding }: Reported, control: Element | undefined): void {
    if (!isOn()) return;
    observations.use(control, (observed) => {
      const agoMs = at === undefined ? undefined : Math.max(0, Math.round(now() - at));
      void ask('friction', {
        ...finding,
        ...(agoMs !== undefined && { agoMs }),
        ...(observed && { control: observed }),
      });
    });
  }

  function enqueue(fact: JourneyFact): void {
    if (!isOn() || (fact.is === 'acted' && waiting.filter(({ is }) => is === 'acted').length >= 2)) return;
    waiting.push({ ...fact, at: Math.round(fact.at) });
    if (waiting.length >= MAX_WAITING_FACTS) void flush();
    else if (waiting.length === 1) after(FLUSH_AFTER_MS, () => void flush(), lifetime);
  }

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const reply = await ask('journey', { facts: waiting.splice(0), sentAt: Math.round(now()) });
    if (reply.ok) for (const { number, ...finding } of reply.found) report(finding, elementOf(number));
  }

  function moved(is: 'visit' | 'away' | 'back' | 'end', by?: NavigationKind): void {
    enqueue({ is, at: now(), ...(by && { by }) });
    void flush();
  }

  on(document, 'visibilitychange', () => moved(document.hidden ? 'away' : 'back'), lifetime);
  on(window, 'pagehide', () => moved('end'), lifetime);
  listenErrors({ ask, errors, lifetime, emitError });
  moved('visit', arrivedBy());
  return (by) => moved('visit', by);
}

/** A finding of the page, or of the background, which has no time of the page. */
type Reported = Omit<Finding, 'at' | 'route'> & { at?: number };

interface ListenErrorsDeps extends Pick<ReportFrictionDeps, 'ask' | 'errors' | 'lifetime'> {
  emitError: ReturnType<typeof watchPage>['emitError'];
}

/** Uncaught errors are seen in the page's own world only. What comes over the channel is the page's claim, and is no more than counted. */
function listenErrors({ ask, errors, lifetime, emitError }: ListenErrorsDeps): void {
  let count = 0;
  on(
    window,
    errors.channel,
    (event) => {
      const [by, number = ''] = String((event as CustomEvent).detail).split(' ');
      count += 1;
      if ((by === 'error' || by === 'rejection') && count <= MAX_ERRORS) emitError(by, number);
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
