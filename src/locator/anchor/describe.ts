import { documentOf, frameElementOf } from '../../dom/node-getters.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import { rankAnchor } from '../match/rank-anchor.ts';
import { confidenceOf, rivalOf, SOLE_MATCH_CONFIDENCE } from '../match/score.ts';
import { type Candidate, isDrawn, roleAndName, samePlace } from '../page/candidate.ts';
import { mayBeData } from '../page/may-be-data.ts';
import { modelOf, wideModelOf } from '../page/model.ts';
import type { PageModel } from '../page/page-model.ts';
import { routeOf } from '../route.ts';
import { traitsOf } from './traits.ts';

/**
 * Describe a control so that it can be found again. The anchor is plain JSON under 4 kB; a name that may be data is left out, and
 * what is around the control is kept as fingerprints only. `sure` and `rival` say how well it can be told from the others today.
 */
export function describe(element: Element, pageModel?: PageModel): Anchor {
  const page = topDocumentOf(element);
  const controls = pageModel ?? modelOf(page);
  const { model, seen } = findCandidate(element, controls);
  if (!seen) throw new Error('describe: no control and no text of the page, or not drawn');
  const anchor: Anchor = {
    role: seen.role,
    ...(seen.label && !mayBeData(element, seen.label) && { name: seen.label.slice(0, 200) }),
    ...(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(page.documentElement.lang) && {
      language: page.documentElement.lang.toLowerCase(),
    }),
    route: routeOf(page.location),
    traits: traitsOf(seen, model),
  };
  const { ranked, soleMatch } = rankAnchor(anchor, controls, 9);
  const rival = rivalOf(ranked);
  // With a row, an address or identifiers of its own it is no other page's.
  if (soleMatch === seen && (seen.row.length || seen.href.length || seen.ids.length)) {
    anchor.traits = { ...anchor.traits, unique: true };
    anchor.confidence = SOLE_MATCH_CONFIDENCE;
  } else anchor.confidence = ranked[0]?.candidate === seen ? Math.round(confidenceOf(ranked) * 100) / 100 : 0;
  if (rival)
    anchor.lookalike = mayBeData(rival.candidate.element, rival.candidate.label)
      ? rival.candidate.role
      : roleAndName(rival.candidate).slice(0, 120);
  return anchor;
}

/** The element itself, or the control that fills the same place; a text that is no control is sought among all texts. */
function findCandidate(element: Element, model: PageModel): { model: PageModel; seen: Candidate | undefined } {
  const own = model.candidates.find((one) => one.element === element);
  if (own && isDrawn(own)) return { model, seen: own };
  const wide = wideModelOf(model);
  const text = wide.candidates.find((one) => one.element === element);
  const seen = text && isDrawn(text) ? text : undefined;
  const same = seen && model.candidates.find((other) => samePlace(other, seen));
  return same ? { model, seen: same } : { model: wide, seen };
}

/** The outermost document that may be read: frames of the same origin belong to the page around them. */
export function topDocumentOf(element: Element): Document {
  const frame = frameElementOf(element);
  return frame ? topDocumentOf(frame) : documentOf(element);
}
