import { isOwnHost } from '../../dom/shadow-root-of.ts';
import type { NavigationKind } from '../../friction/facts.ts';
import type { Finding } from '../../friction/finding.ts';
import { watchPage } from '../../friction/page/watch-page.ts';
import { withholdName } from '../../friction/page/withhold-name.ts';
import type { Ask } from '../../messaging/ask.ts';
import type { JourneyFact } from '../../messaging/journey-fact.ts';
import type { Control } from '../../model/entry/control.ts';
import { after, on } from '../../runtime/lifetime.ts';

interface ReportFrictionDeps {
  ask: Ask;
  lifetime: AbortSignal;
  /** Friction may be switched off by policy while we run. */
  isOn(): boolean;
  /** The one channel of this page, over which its own world tells uncaught errors once that was asked for. */
  errors: { channel: string; isOpen: boolean };
  /** Role and name of a control, what is surely data withheld. */
  nameOf(element: Element): Promise<Control | undefined>;
}

/** Facts of the way through the app wait so long, in milliseconds, and so many, for others to go with. */
const FLUSH_AFTER_MS = 1000;
const MAX_WAITING_FACTS = 100;
/** A page that throws all the time tells nothing more. */
const MAX_ERRORS = 200;

/** Listens for friction, and tells the background of it. What comes back is to be called whenever the person comes to an address. */
export function reportFriction({ ask, lifetime, isOn, errors, nameOf }: ReportFrictionDeps): (by: NavigationKind) => void {
  const waiting: JourneyFact[] = [];

  const { emit, elementOf } = watchPage({
    window,
    lifetime,
    isOurs: isOwnHost,
    onFinding: ({ at: _at, control, route: _route, ...said }) => void report(said, control),
    onJourneyFact: (fact) => enqueue(fact as JourneyFact),
  });

  async function report(finding: Omit<Finding, 'at' | 'control' | 'route'>, number: number | undefined): Promise<void> {
    if (!isOn()) return;
    const control = number === undefined ? undefined : elementOf(number);
    const named = control && (await nameOf(control));
    await ask('friction', { ...finding, ...(named && { control: withholdName(named) }) });
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
  listenErrors();
  moved('visit', arrivedBy());
  return (by) => moved('visit', by);

  /** Only the page's own world hears its errors; what comes over the channel is the page's claim, and is counted as no more. */
  function listenErrors(): void {
    const errorCount = { count: 0 };
    on(
      window,
      errors.channel,
      (event) => {
        const by = (event as CustomEvent).detail;
        errorCount.count += 1;
        if ((by === 'error' || by === 'rejection') && errorCount.count <= MAX_ERRORS)
          emit({ is: 'error', at: performance.timeOrigin + performance.now(), by });
      },
      lifetime,
    );
    if (errors.isOpen) return;
    errors.isOpen = true;
    void ask('errors', { channel: errors.channel });
  }
}

/** A frame is loaded as the page around it wills: its loads say nothing of the person's way. Reloads keep the referrer of the first load. */
function arrivedBy(): NavigationKind {
  if (window !== window.top) return 'move';
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const from = load?.type === 'navigate' ? document.referrer : '';
  return from && new URL(from).origin !== location.origin ? 'arrival' : 'load';
}
