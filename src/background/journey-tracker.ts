import type { Browser } from 'webextension-polyfill';
import type { Fact } from '../friction/facts.ts';
import {
  type AppJourney,
  emptyAppJourney,
  emptyTabJourney,
  followJourney,
  type JourneyUpdate,
  type TabJourney,
} from '../friction/journey/follow-journey.ts';
import type { JourneyFact } from '../messaging/journey-fact.ts';
import type { UnnamedFinding } from '../messaging/messages.ts';
import { learnRoute, type RouteVocabulary } from '../model/entry/learn-route.ts';
import { routeTemplate } from '../model/entry/route-template.ts';
import { matchesUrlScope } from '../model/pack/url-scope.ts';
import { createMutex } from '../runtime/mutex.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { valueIn } from './values.ts';

interface FramePlace {
  app: string;
  url: string;
  /** Tab and frame: a frame of another origin has a way of its own. */
  frame: string;
}
interface StoredTab extends TabJourney {
  app: string;
}

/** Frames remembered: pages may make new ones all day. */
const MOST_FRAMES = 100;

/** The way through the apps: what is known of each tab while the browser runs, and of each app's tasks; on this device alone. */
export function createJourneyTracker(
  { shelf, record, policy }: Pick<BackgroundDeps, 'shelf' | 'record' | 'policy'>,
  { local, session }: Browser['storage'],
) {
  const mutex = createMutex();
  const tabs = valueIn(session, 'path.tabs');
  const appJourney = (app: string) => valueIn(local, `path.${app}`);
  const learntRoutes = valueIn(local, 'routes');
  const packsOf = async (app: string) => (await shelf.packs()).filter((pack) => pack.app === app);

  async function routeOf(app: string, url: string): Promise<string> {
    const places = (await packsOf(app)).flatMap((pack) => pack.places);
    const made = routeTemplate(url, places).slice(0, 300);
    if (places.includes(made)) return made;
    const all = ((await learntRoutes.get()) ?? {}) as Record<string, RouteVocabulary>;
    const { vocabulary, template } = learnRoute(all[app] ?? {}, made);
    await learntRoutes.set({ ...all, [app]: vocabulary });
    return template;
  }

  /** The route of the frame's last visit: what is told as a page goes belongs to it, wherever the tab has got to. */
  async function lastRoute({ app, url, frame }: FramePlace): Promise<string> {
    const stored = (((await tabs.get()) ?? {}) as Record<string, StoredTab>)[frame];
    return stored?.app === app && stored.route ? stored.route : routeOf(app, url);
  }

  async function followAll(place: FramePlace & { route: string }, facts: readonly Fact[]): Promise<UnnamedFinding[]> {
    const stored = ((await tabs.get()) ?? {}) as Record<string, StoredTab>;
    const packs = await packsOf(place.app);
    const where = {
      route: place.route,
      matches: (at: string) => place.url !== '' && matchesUrlScope(place.url, at),
      tasks: packs.flatMap((pack) => pack.tasks ?? []),
    };
    let tab: TabJourney = stored[place.frame] ?? emptyTabJourney;
    let app = ((await appJourney(place.app).get()) ?? emptyAppJourney) as AppJourney;
    const unnamed: UnnamedFinding[] = [];
    for (const fact of facts) {
      const news = followJourney(tab, app, fact, where);
      [tab, app] = [news.tab, news.app];
      unnamed.push(...(await recordNews(place, news)));
    }
    const { [place.frame]: _, ...others } = stored;
    const all = [...Object.entries(others), [place.frame, { ...tab, app: place.app }] as const];
    await tabs.set(Object.fromEntries(all.slice(-MOST_FRAMES)));
    await appJourney(place.app).set(app);
    return unnamed;
  }

  async function recordNews(
    { app, route }: FramePlace & { route: string },
    { findings, taskEvents }: JourneyUpdate,
  ): Promise<UnnamedFinding[]> {
    const unnamed: UnnamedFinding[] = [];
    for (const { at: _at, control: number, route: elsewhere, ...finding } of findings)
      if (number === undefined) await record({ kind: 'friction', app, ...finding, route: elsewhere || route });
      else unnamed.push({ ...finding, number });
    for (const { at: _at, ms, ...news } of taskEvents) {
      const pack = (await packsOf(app)).find((one) => one.tasks?.some(({ id }) => id === news.task));
      if (pack)
        await record({
          kind: 'task',
          app,
          pack: pack.id,
          version: pack.version,
          ...news,
          ...(ms !== undefined && { ms: Math.round(ms) }),
        });
    }
    return unnamed;
  }

  return {
    routeOf: (app: string, url: string) => mutex.runExclusive(() => routeOf(app, url)),
    lastRoute: (place: FramePlace) => mutex.runExclusive(() => lastRoute(place)),
    receive: (place: FramePlace, facts: readonly JourneyFact[]) =>
      mutex.runExclusive(async () => {
        const isVisit = facts.some(({ is }) => is === 'visit');
        const route = isVisit ? await routeOf(place.app, place.url) : await lastRoute(place);
        return followAll(
          { ...place, route },
          facts.map((fact) => ({ ...fact, ...(fact.is === 'visit' && { route }) }) as Fact),
        );
      }),
    /** What was learnt of routes and of usual ways. */
    forgetLearnt: () =>
      mutex.runExclusive(async () => {
        await learntRoutes.set({});
        for (const { id } of (await policy()).apps) await appJourney(id).set(emptyAppJourney);
      }),
    /** A pause begins: what was under way is not told, nor gone on with. What was learnt of routes and usual ways stays. */
    dropUnfinished: () =>
      mutex.runExclusive(async () => {
        await tabs.set({});
        for (const { id } of (await policy()).apps) {
          const { graphs } = ((await appJourney(id).get()) ?? emptyAppJourney) as AppJourney;
          await appJourney(id).set({ ...emptyAppJourney, graphs });
        }
      }),
    /** Time has passed: forms may have been left for good. */
    tick: () =>
      mutex.runExclusive(async () => {
        const stored = ((await tabs.get()) ?? {}) as Record<string, StoredTab>;
        for (const [frame, { app, route }] of Object.entries(stored))
          await followAll({ app, url: '', frame, route }, [{ is: 'tick', at: Date.now() }]);
      }),
  };
}
