import type { Browser } from 'webextension-polyfill';
import type { Fact } from '../../src/friction/fact.ts';
import { type AppPath, follow, newApp, newTab, type PathNews, type TabPath } from '../../src/friction/watch-path.ts';
import type { FollowedPath } from '../../src/messaging/messages.ts';
import type { PathFact } from '../../src/messaging/path-fact.ts';
import { learnRoute, type SeenRoutes } from '../../src/model/learn-route.ts';
import { liesIn } from '../../src/model/place-pattern.ts';
import { routeTemplate } from '../../src/model/route-template.ts';
import { inTurn } from '../../src/runtime/in-turn.ts';
import type { Means } from './means.ts';
import { valueIn } from './values.ts';

interface Place {
  app: string;
  url: string;
  /** Tab and frame: a frame of another origin has a way of its own. */
  frame: string;
}
type ToName = Extract<FollowedPath, { ok: true }>['found'][number];
interface KeptTab extends TabPath {
  app: string;
}

/** Frames remembered: pages may make new ones all day. */
const MOST_FRAMES = 100;

/** The way through the apps: what is known of each tab while the browser runs, and of each app's tasks; on this device alone. */
export function createPath(
  { shelf, record, policy }: Pick<Means, 'shelf' | 'record' | 'policy'>,
  { local, session }: Browser['storage'],
) {
  const turn = inTurn();
  const tabs = valueIn(session, 'path.tabs');
  const appValue = (app: string) => valueIn(local, `path.${app}`);
  const routesValue = valueIn(local, 'routes');
  const packsOf = async (app: string) => (await shelf.packs()).filter((pack) => pack.app === app);

  async function routeOf(app: string, url: string): Promise<string> {
    const places = (await packsOf(app)).flatMap((pack) => pack.places);
    const made = routeTemplate(url, places).slice(0, 300);
    if (places.includes(made)) return made;
    const all = ((await routesValue.get()) ?? {}) as Record<string, SeenRoutes>;
    const { seen, template } = learnRoute(all[app] ?? {}, made);
    await routesValue.set({ ...all, [app]: seen });
    return template;
  }

  /** The route of the frame's last visit: what is told as a page goes belongs to it, wherever the tab has got to. */
  async function lastRoute({ app, url, frame }: Place): Promise<string> {
    const kept = (((await tabs.get()) ?? {}) as Record<string, KeptTab>)[frame];
    return kept?.app === app && kept.route ? kept.route : routeOf(app, url);
  }

  async function followAll(place: Place & { route: string }, facts: readonly Fact[]): Promise<ToName[]> {
    const kept = ((await tabs.get()) ?? {}) as Record<string, KeptTab>;
    const packs = await packsOf(place.app);
    const where = {
      route: place.route,
      lies: (at: string) => place.url !== '' && liesIn(place.url, at),
      tasks: packs.flatMap((pack) => pack.tasks ?? []),
    };
    let tab: TabPath = kept[place.frame] ?? newTab;
    let app = ((await appValue(place.app).get()) ?? newApp) as AppPath;
    const toName: ToName[] = [];
    for (const fact of facts) {
      const news = follow(tab, app, fact, where);
      [tab, app] = [news.tab, news.app];
      toName.push(...(await tell(place, news)));
    }
    const { [place.frame]: _, ...others } = kept;
    const all = [...Object.entries(others), [place.frame, { ...tab, app: place.app }] as const];
    await tabs.set(Object.fromEntries(all.slice(-MOST_FRAMES)));
    await appValue(place.app).set(app);
    return toName;
  }

  async function tell({ app, route }: Place & { route: string }, { found, tasks }: PathNews): Promise<ToName[]> {
    const toName: ToName[] = [];
    for (const { at: _at, control: number, route: elsewhere, ...finding } of found)
      if (number === undefined) await record({ kind: 'friction', app, ...finding, route: elsewhere || route });
      else toName.push({ ...finding, number });
    for (const { at: _at, ms, ...news } of tasks) {
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
    return toName;
  }

  return {
    routeOf: (app: string, url: string) => turn(() => routeOf(app, url)),
    lastRoute: (place: Place) => turn(() => lastRoute(place)),
    hear: (place: Place, facts: readonly PathFact[]) =>
      turn(async () => {
        const isVisit = facts.some(({ is }) => is === 'visit');
        const route = isVisit ? await routeOf(place.app, place.url) : await lastRoute(place);
        return followAll(
          { ...place, route },
          facts.map((fact) => ({ ...fact, ...(fact.is === 'visit' && { route }) }) as Fact),
        );
      }),
    /** What was learnt of routes and of usual ways. */
    forgetWays: () =>
      turn(async () => {
        await routesValue.set({});
        for (const { id } of (await policy()).apps) await appValue(id).set(newApp);
      }),
    /** A pause begins: what was under way is not told, nor gone on with. What was learnt of routes and usual ways stays. */
    forget: () =>
      turn(async () => {
        await tabs.set({});
        for (const { id } of (await policy()).apps) {
          const { graphs } = ((await appValue(id).get()) ?? newApp) as AppPath;
          await appValue(id).set({ ...newApp, graphs });
        }
      }),
    /** Time has passed: forms may have been left for good. */
    tick: () =>
      turn(async () => {
        const kept = ((await tabs.get()) ?? {}) as Record<string, KeptTab>;
        for (const [frame, { app, route }] of Object.entries(kept))
          await followAll({ app, url: '', frame, route }, [{ is: 'tick', at: Date.now() }]);
      }),
  };
}
