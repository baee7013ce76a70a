import { discloseRoute, isDeclaredPlace, joinRoute, judgeRoute } from '../disclosure/disclose-route.ts';
import type { JudgedSegment } from '../disclosure/judge-segments.ts';
import { emptyCollectionMemory, learnCollection, mayBeCollection } from '../disclosure/learn-collection.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Pack } from '../model/pack/pack.ts';
import { routePaths } from '../model/route/address-template.ts';
import { learnRoute } from '../model/route/learn-route.ts';
import { routeTemplate } from '../model/route/route-template.ts';
import { shortenRoute } from '../model/route/shorten-route.ts';
import { createSegmentHash, type SegmentHash } from './segment-hash.ts';
import type { StoredItems } from './storage/open-storage.ts';
import type { AppRouteMemory } from './storage/schemas.ts';

interface AppRoutesDeps {
  shelf: { packs(): Promise<Pack[]> };
  items: Pick<StoredItems, 'routes' | 'routeKey'>;
  /** The words that count as the app's. */
  lexicon: (app: string) => Promise<Pick<Lexicon, 'hasWord' | 'hasPersonalName'>>;
}

const emptyMemory: AppRouteMemory = { names: {}, ...emptyCollectionMemory };

/**
 * Routes of the apps. A route has two forms. In the device's own form every place of an app stays distinct, and a segment that is not known to
 * be common is a keyed hash, `~1f3a90c2b7de`: this is what journeys are judged by and what is stored. The disclosed form is the only one
 * in records: there such a segment is `:id`.
 */
export function createAppRoutes({ shelf, items, lexicon }: AppRoutesDeps) {
  const segmentHash = createSegmentHash(items.routeKey);

  async function knowledgeOf(app: string) {
    const packs = (await shelf.packs()).filter((pack) => pack.app === app);
    const { hasWord, hasPersonalName } = await lexicon(app);
    const places = packs.flatMap((pack) => pack.places);
    return { hasWord, hasPersonalName, places, scopes: packs.flatMap(taskScopes) };
  }

  /** The address in the device's own form, and the memory after it. */
  async function identify(app: string, url: string, memory: AppRouteMemory): Promise<{ route: string; memory: AppRouteMemory }> {
    const knowledge = await knowledgeOf(app);
    const template = routeTemplate(url, knowledge.places);
    if (isDeclaredPlace(template, knowledge)) return { route: template, memory };
    const hash = await segmentHash(app);
    const judged = judgeRoute(shortenRoute(template), { ...knowledge, learnt: new Map() });
    const tokens = await Promise.all(judged.map((path) => Promise.all(path.map((segment) => tokenFor(segment, hash)))));
    const { vocabulary, template: route } = learnRoute(memory.names, joinRoute(tokens));
    const learnt = await learnCollections(memory, { url, tokens, hash, hasPersonalName: knowledge.hasPersonalName });
    return { route, memory: { ...learnt, names: vocabulary } };
  }

  async function disclose(app: string, route: string): Promise<string> {
    const { learnt } = (await items.routes.get())[app] ?? emptyMemory;
    return discloseRoute(route, { ...(await knowledgeOf(app)), learnt: new Map(Object.entries(learnt)) });
  }

  return {
    /** The device's own form of the route at an address, with what it teaches remembered. */
    async visit(app: string, url: string): Promise<string> {
      let route = '';
      await items.routes.update(async (all) => {
        const identified = await identify(app, url, all[app] ?? emptyMemory);
        route = identified.route;
        return { ...all, [app]: identified.memory };
      });
      return route;
    },
    /** The disclosed form of the route at an address. Nothing is remembered. */
    async at(app: string, url: string): Promise<string> {
      const { route } = await identify(app, url, (await items.routes.get())[app] ?? emptyMemory);
      return disclose(app, route);
    },
    /** The disclosed form of a route in any form. */
    disclose,
    /** Discloses routes of an app by what is known of it now. */
    async discloser(app: string): Promise<(route: string) => string> {
      const { learnt } = (await items.routes.get())[app] ?? emptyMemory;
      const knowledge = { ...(await knowledgeOf(app)), learnt: new Map(Object.entries(learnt)) };
      return (route) => discloseRoute(route, knowledge);
    },
  };
}
export type AppRoutes = ReturnType<typeof createAppRoutes>;

/** A segment in the device's own form. That it holds the key of a record stays visible, for journeys are judged by it. */
async function tokenFor({ text, verdict }: JudgedSegment, hash: SegmentHash): Promise<string> {
  if (verdict !== 'unknown') return text;
  return `~${await hash(text)}${text.endsWith('(:id)') ? '(:id)' : ''}`;
}

/** Where a pack says that its tasks take place. */
const taskScopes = ({ tasks = [] }: Pack): string[] =>
  tasks.flatMap(({ start, finish, abandon = [], steps = [] }) => [start, finish, ...abandon, ...steps.map(({ at }) => at)]);

interface HashedVisit {
  url: string;
  /** The segments in the device's own form. */
  tokens: readonly (readonly string[])[];
  hash: SegmentHash;
  hasPersonalName: Lexicon['hasPersonalName'];
}

/** Where the first segment of the path, or of the hash route, is a word that nobody knows before the key of a record. */
async function learnCollections(
  memory: AppRouteMemory,
  { url, tokens, hash, hasPersonalName }: HashedVisit,
): Promise<AppRouteMemory> {
  let next = memory;
  for (const [nth, path] of routePaths(new URL(url)).entries()) {
    const [, text = '', key = ''] = path.split('/');
    const token = tokens[nth]?.[1] ?? '';
    if (!token.startsWith('~') || !mayBeCollection([text, key], hasPersonalName)) continue;
    next = { ...next, ...learnCollection(next, { token, text, key: await hash(`${token}/${key}`) }) };
  }
  return next;
}
