import type { Pack } from '../../model/pack/pack.ts';
import { placesOf } from '../../model/pack/places-of.ts';
import type { Step } from '../../model/pack/step.ts';
import { matchesUrlScope } from '../../model/route/url-scope.ts';
import { parseUrl } from '../../model/text/parse-url.ts';

/** What stands for more than one address in a place. */
const VARIABLE = /[:*{}()?+\\]/;

/** What is known of the addresses of an app. */
export interface AddressBook {
  app: URL;
  /** By place, from the author. */
  given: Readonly<Record<string, string>>;
  /** Addresses that the pack names. */
  known: readonly string[];
}

/** All addresses that a pack names: those that steps offer, and places that are single addresses. */
export function addressBook(pack: Pack, app: URL, given: AddressBook['given']): AddressBook {
  const steps = pack.guides.flatMap((guide) => (guide.kind === 'walkthrough' ? guide.steps : []));
  const offered = steps.flatMap(({ go }) => (go === undefined ? [] : app.origin + go));
  const places = placesOf(pack).flatMap(({ place }) => (VARIABLE.test(place) ? [] : resolve(place, app)));
  return { app, given, known: [...new Set([app.href, ...offered, ...places])] };
}

/** The address of a place: the one that is given, that it is itself, or a known one that it matches. */
export function addressOf(place: string, { app, given, known }: AddressBook): string | undefined {
  if (Object.hasOwn(given, place)) return resolve(given[place]!, app)[0];
  return VARIABLE.test(place) ? known.find((url) => matchesUrlScope(url, place)) : resolve(place, app)[0];
}

/** The address of a path or a hash of the app, if it is one. */
function resolve(path: string, app: URL): string[] {
  const base = path.startsWith('#') ? app.origin + app.pathname : app.origin + (path.startsWith('/') ? '' : '/');
  return [parseUrl(base + path)?.href].filter((one) => one !== undefined);
}

/** The addresses where a guide can be looked at, in the order of its places; that of the app if it fits anywhere. */
export function addressesOf(where: readonly string[] | undefined, book: AddressBook): string[] {
  if (!where) return [book.app.href];
  return where.flatMap((place) => addressOf(place, book) ?? []);
}

interface Start {
  step: Pick<Step, 'go' | 'at'>;
  where: readonly string[] | undefined;
}

/** Where a walkthrough begins: the address that its first step offers, its place, or a place of the guide. */
export function startAddress({ step, where }: Start, book: AddressBook): string | undefined {
  const { go, at } = step;
  if (at !== undefined && Object.hasOwn(book.given, at)) return addressOf(at, book);
  if (go !== undefined) return book.app.origin + go;
  return at === undefined ? addressesOf(where, book)[0] : addressOf(at, book);
}

/** An address as it may be told: without its query and without a query in its hash. */
export function readableAddress(url: string): string {
  const { pathname, hash } = new URL(url);
  return pathname + hash.replace(/\?.*$/s, '');
}
