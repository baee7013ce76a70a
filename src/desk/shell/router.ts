import { type ReadonlySignal, signal } from '@preact/signals';
import type { Choice } from '../../model/entry/entry.ts';
import { isChoice } from '../kit/choice-labels.ts';

/** Where the facilitator is at the desk. All of it stands in the address, so that it can be kept and passed on. */
export interface Route {
  /** The answers to questions; the backlog if left out. */
  view?: 'answers';
  choice?: Choice;
  app?: string;
  item?: string;
}

export function parseRoute(search: string): Route {
  const asked = new URLSearchParams(search);
  const choice = asked.get('choice');
  if (asked.get('view') === 'answers') return { view: 'answers' };
  const place: Route = {};
  if (isChoice(choice)) place.choice = choice;
  if (asked.get('app')) place.app = asked.get('app')!;
  if (asked.get('item')) place.item = asked.get('item')!;
  return place;
}

/** The address of a place, relative to the desk; never empty, since an empty link would keep the present query. */
export function routeHref({ view, choice, app, item }: Route): string {
  const given = Object.entries({ view, choice, app, item }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length ? `?${new URLSearchParams(given)}` : '/desk/';
}

export interface Router {
  route: ReadonlySignal<Route>;
  /** Go there. `replace` leaves no step in the browser's history. */
  navigate: (to: Route, how?: { replace: boolean }) => void;
}

/** Keeps the place and the browser's address the same, both ways, for as long as `lifetime` lasts. */
export function createRouter(window: Window, lifetime: AbortSignal): Router {
  const route = signal(parseRoute(window.location.search));
  const follow = () => {
    route.value = parseRoute(window.location.search);
  };
  window.addEventListener('popstate', follow, { signal: lifetime });
  return {
    route,
    navigate: (to, { replace } = { replace: false }) => {
      window.history[replace ? 'replaceState' : 'pushState'](null, '', routeHref(to));
      route.value = to;
    },
  };
}
