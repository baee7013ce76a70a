import { type ReadonlySignal, signal } from '@preact/signals';
import type { Choice } from '../model/entry.ts';
import { isChoice } from './choice-words.ts';

/** Where the facilitator is at the desk. All of it stands in the address, so that it can be kept and passed on. */
export interface Place {
  /** The answers to questions; the backlog if left out. */
  view?: 'answers';
  choice?: Choice;
  app?: string;
  item?: string;
}

export function placeIn(search: string): Place {
  const asked = new URLSearchParams(search);
  const choice = asked.get('choice');
  if (asked.get('view') === 'answers') return { view: 'answers' };
  const place: Place = {};
  if (isChoice(choice)) place.choice = choice;
  if (asked.get('app')) place.app = asked.get('app')!;
  if (asked.get('item')) place.item = asked.get('item')!;
  return place;
}

/** The address of a place, relative to the desk; never empty, since an empty link would keep the present query. */
export function addressOf({ view, choice, app, item }: Place): string {
  const given = Object.entries({ view, choice, app, item }).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length ? `?${new URLSearchParams(given)}` : '/desk/';
}

export interface Whereabouts {
  here: ReadonlySignal<Place>;
  /** Go there. `replace` leaves no step in the browser's history. */
  go: (to: Place, how?: { replace: boolean }) => void;
}

/** Keeps the place and the browser's address the same, both ways, for as long as `lifetime` lasts. */
export function whereabouts(window: Window, lifetime: AbortSignal): Whereabouts {
  const here = signal(placeIn(window.location.search));
  const follow = () => {
    here.value = placeIn(window.location.search);
  };
  window.addEventListener('popstate', follow, { signal: lifetime });
  return {
    here,
    go: (to, { replace } = { replace: false }) => {
      window.history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(to));
      here.value = to;
    },
  };
}
