import type { Anchor } from '../../model/pack/anchor.ts';
import { addressTemplate } from '../../model/route/address-template.ts';
import { rankAnchor } from '../match/rank-anchor.ts';
import { confidenceOf, rivalOf, SOLE_MATCH_CONFIDENCE } from '../match/score.ts';
import { type Candidate, isDrawn, samePlace } from '../page/candidate.ts';
import { modelOf, wideModelOf } from '../page/model.ts';
import { NOTHING_ENTERED, nameControl } from '../page/name-control.ts';
import type { PageModel } from '../page/page-model.ts';
import { topDocumentOf } from '../page/standing-entries.ts';
import { traitsOf } from './traits.ts';

/** On the day a control is described everything is as it was, so that fewer of its neighbours than in a look-up need to be compared. */
const WINDOW_EACH_SIDE = 9;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
const MAX_ROUTE = 300;

/**
 * Describes a control so that it can be found again. The anchor is plain JSON under 4 kB; a name that may be data is left out, and what
 * is around the control is recorded as fingerprints only. `confidence` says how well it can be told from the others today, and `lookalike`
 * of which role the one is that is most like it: its name may be somebody's data.
 * Throws for an element that is neither a control nor a text of the page, or is not drawn.
 */
export function describe(element: Element, pageModel?: PageModel): Anchor {
  const document = topDocumentOf(element);
  const controls = pageModel ?? modelOf(document);
  const { model, candidate } = findCandidate(element, controls);
  if (!candidate) throw new Error('describe: no control and no text of the page, or not drawn');
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
  return {
    ...(isUnique && { traits: { ...anchor.traits, unique: true } }),
    confidence: isUnique ? SOLE_MATCH_CONFIDENCE : isBest ? Math.round(confidenceOf(ranked) * 100) / 100 : 0,
    ...(lookalike && { lookalike }),
  };
}

/** The element itself, or the control that fills the same place; a text that is no control is looked for among all texts. */
function findCandidate(element: Element, model: PageModel): { model: PageModel; candidate: Candidate | undefined } {
  const control = model.candidates.find((one) => one.element === element);
  if (control && isDrawn(control)) return { model, candidate: control };
  const wideModel = wideModelOf(model);
  const text = wideModel.candidates.find((one) => one.element === element);
  if (!text || !isDrawn(text)) return { model: wideModel, candidate: undefined };
  const inSamePlace = model.candidates.find((one) => samePlace(one, text));
  return inSamePlace ? { model, candidate: inSamePlace } : { model: wideModel, candidate: text };
}
