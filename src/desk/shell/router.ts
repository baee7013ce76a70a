import { type ReadonlySignal, signal } from '@preact/signals';
import { isChoice } from '../kit/choice-labels.ts';

/** The pages of the desk, in the order of its navigation. */
export const VIEWS = ['inbox', 'answers', 'proposals', 'guides', 'packs', 'account', 'admin'] as const;
export type View = (typeof VIEWS)[number];

/** What the desk shows. All of it is in the address, so that it can be bookmarked and shared. */
export interface Route {
  /** The page; the first one that the role may see by default. */
  view?: View | undefined;
  /** Which items of the inbox: a set of states; the first by default. */
  show?: string | undefined;
  /** Filters of the inbox, several values with commas between them. */
  choice?: string | undefined;
  kind?: string | undefined;
  app?: string | undefined;
  assignee?: string | undefined;
  /** What the inbox is grouped by. */
  group?: string | undefined;
  item?: string | undefined;
  /** A pack, by its id. */
  pack?: string | undefined;
  /** What a colleague proposed, by its id. */
  proposal?: string | undefined;
  /** A draft of a pack, by its id. */
  draft?: string | undefined;
  /** A place in the text of the draft, as `guide/step`. */
  at?: string | undefined;
}

export function parseRoute(search: string): Route {
  const query = new URLSearchParams(search);
  const view = VIEWS.find((known) => known === query.get('view'));
  const [pack, draft, at] = [query.get('pack'), query.get('draft'), query.get('at')];
  if (view === 'packs') return { view, ...(draft ? { draft, ...(at && { at }) } : pack ? { pack } : {}) };
  const proposal = query.get('proposal');
  if (view === 'proposals') return { view, ...(proposal && { proposal }) };
  if (view && view !== 'inbox') return { view };
  return parseInboxRoute(query);
}

const INBOX_FIELDS = ['show', 'choice', 'kind', 'app', 'assignee', 'group', 'item'] as const;

/** An address with a filter or an item of the inbox is of the inbox, also without its name: it had another once. */
function parseInboxRoute(query: URLSearchParams): Route {
  const fields = INBOX_FIELDS.flatMap((name): [string, string][] => {
    const value = query.get(name);
    const known = name === 'choice' ? value?.split(',').filter(isChoice).join(',') : value;
    return known ? [[name, known]] : [];
  });
  const isNamed = ['inbox', 'backlog'].includes(query.get('view') ?? '');
  return isNamed || fields.length > 0 ? { view: 'inbox', ...Object.fromEntries(fields) } : {};
}

/** The address of a route, relative to the desk. It is never empty, because an empty link would keep the current query. */
export function routeHref(route: Route): string {
  const { view, show, choice, kind, app, assignee, group, item, proposal, pack, draft, at } = route;
  const query = Object.entries({ view, show, choice, kind, app, assignee, group, item, proposal, pack, draft, at }).filter(
    (pair): pair is [string, string] => Boolean(pair[1]),
  );
  return query.length ? `?${new URLSearchParams(query)}` : '/desk/';
}

export interface Router {
  route: ReadonlySignal<Route>;
  /** Goes to a route. With `replace`, the browser's history gets no new entry. */
  navigate: (to: Route, options?: { replace: boolean }) => void;
}

/** Keeps the route and the address in step, in both directions, until `lifetime` ends. */
export function createRouter(window: Window, lifetime: AbortSignal): Router {
  const route = signal(parseRoute(window.location.search));
  const followAddress = () => {
    route.value = parseRoute(window.location.search);
  };
  window.addEventListener('popstate', followAddress, { signal: lifetime });
  return {
    route,
    navigate: (to, { replace } = { replace: false }) => {
      window.history[replace ? 'replaceState' : 'pushState'](null, '', routeHref(to));
      route.value = to;
    },
  };
}
