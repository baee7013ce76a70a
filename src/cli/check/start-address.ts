import type { Step } from '../../model/pack/step.ts';
import { parseUrl } from '../../model/text/parse-url.ts';

/** What stands for more than one address in a place. */
const VARIABLE = /[:*{}()?+\\]/;

/** The address of a place in the app; undefined where the place stands for many and none is given. */
export function addressOf(place: string, app: URL, given: Readonly<Record<string, string>>): string | undefined {
  const path = Object.hasOwn(given, place) ? given[place]! : place;
  if (path === place && VARIABLE.test(place)) return undefined;
  const base = path.startsWith('#') ? app.origin + app.pathname : app.origin;
  return parseUrl(path.startsWith('#') || path.startsWith('/') ? base + path : `${base}/${path}`)?.href;
}

/** The addresses where a guide can be looked at, in the order of its places; that of the app if it fits anywhere. */
export function addressesOf(where: readonly string[] | undefined, app: URL, given: Readonly<Record<string, string>>): string[] {
  if (!where) return [app.href];
  return where.flatMap((place) => addressOf(place, app, given) ?? []);
}

interface Start {
  step: Pick<Step, 'go' | 'at'>;
  where: readonly string[] | undefined;
}

/** Where a walkthrough begins: the address that its first step offers, its place, or a place of the guide. */
export function startAddress({ step, where }: Start, app: URL, given: Readonly<Record<string, string>>): string | undefined {
  if (step.at !== undefined && Object.hasOwn(given, step.at)) return addressOf(step.at, app, given);
  if (step.go !== undefined) return app.origin + step.go;
  if (step.at !== undefined) return addressOf(step.at, app, given);
  return addressesOf(where, app, given)[0];
}

/** An address as it may be told: without its query and without a query in its hash. */
export function readableAddress(url: string): string {
  const { pathname, hash } = new URL(url);
  return pathname + hash.replace(/\?.*$/s, '');
}
