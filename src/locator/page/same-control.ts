import { composedAncestors } from '../../dom/composed-tree.ts';
import { type Candidate, samePlace } from './candidate.ts';
import { mostVisible } from './visibility.ts';

const LISTS = ['href', 'icon', 'row'] as const;
/** Addresses that lead nowhere by themselves. */
const NO_ADDRESS = /^javascript:|#$/i;

/** Are they copies of one control: of the same kind and name, about the same thing? Nothing but their places can tell them apart. */
const isCopy = (a: Candidate, b: Candidate): boolean =>
  a.role === b.role && a.key !== 0 && a.key === b.key && LISTS.every((list) => `${a[list]}` === `${b[list]}`);

/** Is it the same to people which of them they press: do they fill one place, or lead to one address under one name, and not from rows? */
export const isSameToPeople = (a: Candidate, b: Candidate): boolean =>
  samePlace(a, b) || (isSameLink(a, b) && !a.row.length && !b.row.length);

/** Do they lead to one address under one name? */
export function isSameLink(a: Candidate, b: Candidate): boolean {
  const address = addressOf(a);
  return address !== '' && a.role === b.role && a.key === b.key && address === addressOf(b);
}

function addressOf({ element }: Candidate): string {
  const { href } = element as HTMLAnchorElement;
  return element.localName === 'a' && typeof href === 'string' && !NO_ADDRESS.test(href) ? href : '';
}

/** Those that are not part of another one, as an input of a component is. */
export function withoutInner(controls: readonly Candidate[]): Candidate[] {
  const elements = new Set(controls.map(({ element }) => element));
  return controls.filter(
    ({ element }) =>
      !composedAncestors(element)
        .slice(1)
        .some((around) => elements.has(around)),
  );
}

/** Those that are not in the place of one before them. */
export const distinctPlaces = (controls: readonly Candidate[]): Candidate[] =>
  controls.filter((one, at) => !controls.slice(0, at).some((other) => samePlace(one, other)));

/** Without those of these names of which people see a copy better. */
export function withoutHiddenCopies(candidates: readonly Candidate[], keys: readonly number[]): readonly Candidate[] {
  const named = candidates.filter(({ key }) => key !== 0 && keys.includes(key));
  if (named.length < 2) return candidates;
  const hidden = new Set<Candidate>();
  for (const one of named) {
    const copies = named.filter((other) => isCopy(one, other));
    if (copies.length > 1 && !mostVisible(copies).best.includes(one)) hidden.add(one);
  }
  return hidden.size ? candidates.filter((one) => !hidden.has(one)) : candidates;
}
