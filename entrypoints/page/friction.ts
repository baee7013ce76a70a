import type { Arriving } from '../../src/friction/fact.ts';
import type { Finding } from '../../src/friction/finding.ts';
import { watchPage } from '../../src/friction/watch-page.ts';
import { withholdName } from '../../src/friction/withhold-name.ts';
import type { Ask } from '../../src/messaging/ask.ts';
import type { PathFact } from '../../src/messaging/path-fact.ts';
import type { Control } from '../../src/model/control.ts';
import { after, on } from '../../src/runtime/lifetime.ts';

interface Wiring {
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
const WAIT = 1000;
const MOST = 100;
/** A page that throws all the time tells nothing more. */
const MOST_ERRORS = 200;
/** How our own host is marked in this world (runtime/shadow-of.ts). */
const host = Symbol.for('cairn.host');

/** Listens for friction, and tells the background of it. What comes back is to be called whenever the person comes to an address. */
export function noticeFriction({ ask, lifetime, isOn, errors, nameOf }: Wiring): (by: Arriving) => void {
  const waiting: PathFact[] = [];

  const { tell, element } = watchPage({
    window,
    lifetime,
    isOurs: (node) => host in node,
    found: ({ at: _at, control, route: _route, ...said }) => void report(said, control),
    carry: (fact) => carry(fact as PathFact),
  });

  async function report(said: Omit<Finding, 'at' | 'control' | 'route'>, number: number | undefined): Promise<void> {
    if (!isOn()) return;
    const control = number === undefined ? undefined : element(number);
    const named = control && (await nameOf(control));
    await ask('friction', { ...said, ...(named && { control: withholdName(named) }) });
  }

  function carry(fact: PathFact): void {
    if (!isOn() || (fact.is === 'acted' && waiting.filter(({ is }) => is === 'acted').length >= 2)) return;
    waiting.push({ ...fact, at: Math.round(fact.at) });
    if (waiting.length >= MOST) void flush();
    else if (waiting.length === 1) after(WAIT, () => void flush(), lifetime);
  }

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const told = await ask('path', { facts: waiting.splice(0) });
    if ('found' in told) for (const { number, ...said } of told.found) void report(said, number);
  }

  function moved(is: 'visit' | 'away' | 'back' | 'end', by?: Arriving): void {
    carry({ is, at: Date.now(), ...(by && { by }) });
    void flush();
  }

  on(document, 'visibilitychange', () => moved(document.hidden ? 'away' : 'back'), lifetime);
  on(window, 'pagehide', () => moved('end'), lifetime);
  listenErrors();
  moved('visit', cameBy());
  return (by) => moved('visit', by);

  /** Only the page's own world hears its errors; what comes over the channel is the page's claim, and is counted as no more. */
  function listenErrors(): void {
    const heard = { count: 0 };
    on(
      window,
      errors.channel,
      (event) => {
        const by = (event as CustomEvent).detail;
        heard.count += 1;
        if ((by === 'error' || by === 'rejection') && heard.count <= MOST_ERRORS)
          tell({ is: 'trouble', at: performance.timeOrigin + performance.now(), by });
      },
      lifetime,
    );
    if (errors.isOpen) return;
    errors.isOpen = true;
    void ask('errors', { channel: errors.channel });
  }
}

/** A frame is loaded as the page around it wills: its loads say nothing of the person's way. Reloads keep the referrer of the first load. */
function cameBy(): Arriving {
  if (window !== window.top) return 'move';
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const from = load?.type === 'navigate' ? document.referrer : '';
  return from && new URL(from).origin !== location.origin ? 'arrival' : 'load';
}
