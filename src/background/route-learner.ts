import { learnRoute } from '../model/route/learn-route.ts';
import { routeTemplate } from '../model/route/route-template.ts';
import type { BackgroundDeps } from './background-deps.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface RouteLearnerDeps extends Pick<BackgroundDeps, 'shelf'> {
  routes: StoredItems['routes'];
}

const MAX_ROUTE_LENGTH = 300;

/** Gives the route template of an address in an app: one that a pack declares, or one learnt on this device. */
export function createRouteLearner({ shelf, routes }: RouteLearnerDeps) {
  return async (app: string, url: string): Promise<string> => {
    const scopes = (await shelf.packs()).flatMap((pack) => (pack.app === app ? pack.places : []));
    const route = routeTemplate(url, scopes).slice(0, MAX_ROUTE_LENGTH);
    if (scopes.includes(route)) return route;
    let learnt = route;
    await routes.update((vocabularies) => {
      const { vocabulary, template } = learnRoute(vocabularies[app] ?? {}, route);
      learnt = template;
      return { ...vocabularies, [app]: vocabulary };
    });
    return learnt;
  };
}
