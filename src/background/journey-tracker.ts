import type { Fact } from '../friction/facts.ts';
import { emptyAppJourney, emptyTabJourney, followJourney } from '../friction/journey/follow-journey.ts';
import type { JourneyFact } from '../messaging/journey-fact.ts';
import type { UnnamedFinding } from '../messaging/messages.ts';
import { matchesUrlScope } from '../model/route/url-scope.ts';
import { type Clock, systemClock } from '../runtime/clock.ts';
import { createMutex } from '../runtime/mutex.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { createJourneyClock } from './journey-clock.ts';
import { createNewsRecorder } from './journey-news.ts';
import type { StoredItems } from './storage/open-storage.ts';
import type { StoredTabJourney } from './storage/schemas.ts';

interface FramePlace {
  app: string;
  url: string;
  /** `tab:frame`, with 0 for the page itself. A frame of another origin has a journey of its own. */
  frame: string;
}

interface JourneyTrackerDeps extends Pick<BackgroundDeps, 'shelf' | 'record' | 'policy' | 'routes'> {
  items: Pick<StoredItems, 'tabJourneys' | 'appJourney' | 'journeyTime'>;
  clock?: Pick<Clock, 'now'>;
}

/** Frames remembered: pages may make new ones all day. */
const MAX_FRAMES = 100;

/**
 * The person's journey through the apps: what is known of each tab while the browser runs, and of each app's tasks, on this device
 * alone. Facts of all tabs are taken one batch at a time, and their times are converted to the one clock of journeys. Routes are in the
 * device's own form.
 */
export function createJourneyTracker({ shelf, record, policy, routes, items, clock = systemClock }: JourneyTrackerDeps) {
  const { runExclusive } = createMutex();
  const journeyClock = createJourneyClock({ item: items.journeyTime, clock });
  const recordNews = createNewsRecorder({ shelf, record });

  /** The route of the frame's last visit: what is sent as a page goes belongs to it, wherever the tab has got to. */
  async function lastRoute({ app, url, frame }: FramePlace): Promise<string> {
    const stored = (await items.tabJourneys.get())[frame];
    return stored?.app === app && stored.route ? stored.route : routes.visit(app, url);
  }

  /** The route that the frame was at some time ago, where that is known. */
  async function routeAt(place: FramePlace, agoMs: number): Promise<string> {
    const stored = (await items.tabJourneys.get())[place.frame];
    const at = (await journeyClock.now()) - agoMs;
    const visit = stored?.app === place.app ? stored.visits.findLast((one) => one.at <= at) : undefined;
    return visit?.route ?? lastRoute(place);
  }

  async function follow(place: FramePlace & { route: string }, facts: readonly Fact[]): Promise<UnnamedFinding[]> {
    const context = {
      route: place.route,
      matches: (scope: string) => place.url !== '' && matchesUrlScope(place.url, scope),
      tasks: (await shelf.packs()).flatMap((pack) => (pack.app === place.app ? (pack.tasks ?? []) : [])),
    };
    const unnamed: UnnamedFinding[] = [];
    await items.tabJourneys.update(async (tabs) => {
      let tab = tabs[place.frame] ?? emptyTabJourney;
      await items.appJourney(place.app).update(async (stored) => {
        let app = stored;
        for (const fact of facts) {
          const update = followJourney(tab, app, fact, context);
          ({ tab, app } = update);
          unnamed.push(...(await recordNews(place, update)));
        }
        return app;
      });
      return withLatest(tabs, place.frame, { ...tab, app: place.app });
    });
    return unnamed;
  }

  async function receive(place: FramePlace, facts: readonly JourneyFact[], sentAt?: number): Promise<UnnamedFinding[]> {
    const shiftMs = sentAt === undefined ? 0 : (await journeyClock.now()) - sentAt;
    const isVisit = facts.some(({ is }) => is === 'visit');
    const route = isVisit ? await routes.visit(place.app, place.url) : await lastRoute(place);
    const withRoute = facts.map((fact) => ({ ...fact, at: fact.at + shiftMs, ...(fact.is === 'visit' && { route }) }) as Fact);
    return follow({ ...place, route }, withRoute);
  }

  /** A pause begins: what was under way is neither recorded nor continued. Learnt routes and usual ways stay. */
  async function dropUnfinished(): Promise<void> {
    await items.tabJourneys.reset();
    for (const { id } of (await policy()).apps)
      await items.appJourney(id).update(({ graphs }) => ({ ...emptyAppJourney, graphs }));
  }

  /** Time has passed: forms may have been left for good. */
  async function tick(): Promise<void> {
    const at = await journeyClock.now();
    for (const [frame, { app, route }] of Object.entries(await items.tabJourneys.get()))
      await follow({ app, url: '', frame, route }, [{ is: 'tick', at }]);
  }

  return {
    routeAt: (place: FramePlace, agoMs: number) => runExclusive(() => routeAt(place, agoMs)),
    receive: (place: FramePlace, facts: readonly JourneyFact[], sentAt?: number) =>
      runExclusive(() => receive(place, facts, sentAt)),
    dropUnfinished: () => runExclusive(dropUnfinished),
    tick: () => runExclusive(tick),
  };
}
export type JourneyTracker = ReturnType<typeof createJourneyTracker>;

/** The frame's journey put last; the ones unused for longest go once there are too many. */
function withLatest(
  tabs: Record<string, StoredTabJourney>,
  frame: string,
  journey: StoredTabJourney,
): Record<string, StoredTabJourney> {
  const { [frame]: _, ...others } = tabs;
  const all = [...Object.entries(others), [frame, journey] as const];
  return Object.fromEntries(all.slice(-MAX_FRAMES));
}
