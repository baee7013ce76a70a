import { windowOf } from '../dom/node-getters.ts';
import type { LocateResult } from './locate-result.ts';
import { hashLabel } from './page/hash-words.ts';
import { nameOf } from './page/name.ts';
import { roleOf } from './page/role.ts';
import { translationState } from './page/translation-state.ts';

type Found = LocateResult & { found: true };

/** What is known of a control that was found, as it was then. */
export interface Sighting {
  result: Found;
  /** What it was to people. */
  identity: string;
  role: string;
  /** The window that showed it. */
  view: Window | null;
  translation: string;
  /** A page translation has changed its words since it was first found. */
  wasTranslated: boolean;
}

/** @param before what was known of the control before, if it was found then */
export function sightingOf(result: Found, before: Sighting | undefined): Sighting {
  const { element } = result;
  const translation = translationState(element);
  return {
    ...{ result, identity: identityOf(element), role: roleOf(element) },
    ...{ view: windowOf(element), translation },
    wasTranslated: before !== undefined && (before.wasTranslated || before.translation !== translation),
  };
}

/** Whether the control is still where it was, and the same to people. */
export const isUnchanged = ({ result: { element }, view, identity }: Sighting): boolean =>
  windowOf(element) === view && identityOf(element) === identity;

/** Whether no more has changed than its words, by a page translation of the browser. */
export const isTranslated = ({ result: { element }, role, translation }: Sighting): boolean =>
  roleOf(element) === role && translationState(element) !== translation;

/** Whether the page has given a translated control other words. Between languages the locator compares no words, so it cannot tell. */
export const isReworded = (sighting: Sighting, located: Found): boolean =>
  sighting.wasTranslated && located.element === sighting.result.element && identityOf(located.element) !== sighting.identity;

/** Whether no more has changed than the window that shows it. */
export const isMoved = ({ result: { element }, view, identity }: Sighting): boolean =>
  windowOf(element) !== view && identityOf(element) === identity;

/** What a control is to people: its role and its name, whatever counts are in it. */
function identityOf(element: Element): string {
  const role = roleOf(element);
  return role + hashLabel(nameOf(element, role));
}
