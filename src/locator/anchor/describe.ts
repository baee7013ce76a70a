import { composedAncestors } from '../../dom/composed-tree.ts';
import { isRendered } from '../../dom/visibility.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { addressTemplate } from '../../model/route/address-template.ts';
import { rankAnchor } from '../match/rank-anchor.ts';
import { confidenceOf, rivalOf, SOLE_MATCH_CONFIDENCE } from '../match/score.ts';
import { type Candidate, isDrawn, samePlace } from '../page/candidate.ts';
import { modelOf, widerModelOf } from '../page/model.ts';
import { NOTHING_ENTERED, nameControl } from '../page/name-control.ts';
import type { PageModel } from '../page/page-model.ts';
import { isPressed, roleOf } from '../page/role.ts';
import { topDocumentOf } from '../page/standing-entries.ts';
import { traitsOf } from './traits.ts';

/** On the day a control is described everything is as it was, so that fewer of its neighbours than in a look-up need to be compared. */
const WINDOW_EACH_SIDE = 9;
/** What is known by its place alone is known less well than by anything that it says. */
const PLACE_CONFIDENCE = 0.5;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const MAX_ROUTE = 300;

/**
 * Describes a control so that it can be found again. The anchor is plain JSON under 4 kB; a name that may be data is left out, and what
 * is around the control is recorded as fingerprints only. `confidence` says how well it can be told from the others today, and `lookalike`
 * of which role the one is that is most like it: its name may be somebody's data.
 * Throws for an element that is not drawn.
 */
export function describe(element: Element, pageModel?: PageModel): Anchor {
  const document = topDocumentOf(element);
  const controls = pageModel ?? modelOf(document);
  const found = findCandidate(element, controls);
  if (!found) throw new Error('describe: not drawn');
  const { model, candidate } = found;
  const { role } = candidate;
  const { name } = nameControl(candidate.element, NOTHING_ENTERED);
  const { lang } = document.documentElement;
  const anchor: Anchor = {
    role,
    ...(name && { name }),
    ...(LANGUAGE_TAG.test(lang) && { language: lang.toLowerCase() }),
    route: addressTemplate(document.location).slice(0, MAX_ROUTE) || '/',
    traits: traitsOf(candidate, model),
  };
  return { ...anchor, ...distinctnessOf(candidate, anchor, controls) };
}

/** How well an anchor tells its control from the others on the page it was made on. */
function distinctnessOf(
  candidate: Candidate,
  anchor: Anchor,
  controls: PageModel,
): Pick<Anchor, 'traits' | 'confidence' | 'lookalike'> {
  const { ranked, soleMatch } = rankAnchor(anchor, controls, WINDOW_EACH_SIDE);
  const lookalike = rivalOf(ranked)?.candidate.role;
  // With a row, an address or identifiers of its own it cannot be a control of another page.
  const isUnique = soleMatch === candidate && (candidate.row.length || candidate.href.length || candidate.ids.length);
  const isBest = ranked[0]?.candidate === candidate;
  const limit = anchor.traits?.isElement && !anchor.traits.name ? PLACE_CONFIDENCE : 1;
  return {
    ...(isUnique && { traits: { ...anchor.traits, unique: true } }),
    confidence: isUnique ? SOLE_MATCH_CONFIDENCE : isBest ? Math.min(limit, Math.round(confidenceOf(ranked) * 100) / 100) : 0,
    ...(lookalike && { lookalike }),
  };
}

interface Described {
  model: PageModel;
  candidate: Candidate;
}

/**
 * The control or text that an element is, or that it is a part of; else the element itself, among others of its name. What has no size of
 * its own is known by what is in it, and what is not read, as a part of a drawing, by what it is in.
 */
function findCandidate(element: Element, model: PageModel): Described | undefined {
  if (!isRendered(element)) return undefined;
  const ancestors = composedAncestors(element);
  const own = controlOrText(element, model) ?? ownerAmong(ancestors.slice(1), model) ?? firstWithin(element, model);
  if (own) return own;
  for (const one of ancestors) {
    const found = controlOrText(one, model) ?? itselfAmongLike(one, model);
    if (found) return found;
  }
  return undefined;
}

const drawnIn = (model: PageModel, isMeant: (element: Element) => boolean): Described | undefined => {
  const candidate = model.candidates.find((one) => isMeant(one.element) && isDrawn(one));
  return candidate && { model, candidate };
};

/** The element itself, or the control that fills the same place; a text that is no control is looked for among all texts. */
function controlOrText(element: Element, model: PageModel): Described | undefined {
  const isIt = (one: Element) => one === element;
  const control = drawnIn(model, isIt);
  if (control) return control;
  const text = drawnIn(widerModelOf(model, { texts: true }), isIt);
  const inSamePlace = text && model.candidates.find((one) => samePlace(one, text.candidate));
  return inSamePlace ? { model, candidate: inSamePlace } : text;
}

/** The control that an icon or the like is a part of. */
function ownerAmong(around: readonly Element[], model: PageModel): Described | undefined {
  const owner = around.find((one) => isPressed(roleOf(one)));
  return owner && drawnIn(model, (one) => one === owner);
}

function firstWithin(element: Element, model: PageModel): Described | undefined {
  const { width, height } = element.getBoundingClientRect();
  if (width >= 1 && height >= 1) return undefined;
  const isWithin = (one: Element) => composedAncestors(one).slice(1).includes(element);
  return drawnIn(model, isWithin) ?? drawnIn(widerModelOf(model, { texts: true }), isWithin);
}

const itselfAmongLike = (element: Element, model: PageModel): Described | undefined =>
  drawnIn(widerModelOf(model, { texts: true, also: element.localName }), (one) => one === element);
