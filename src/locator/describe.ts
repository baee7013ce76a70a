import type { Anchor } from '../model/anchor.ts';
import { documentOf, frameOf } from '../runtime/tree.ts';
import { called } from './explain.ts';
import { soleConfidence } from './locate.ts';
import { maybeData } from './mask.ts';
import { modelOf, wideOf } from './page-model.ts';
import { rankAnchor } from './rank-anchor.ts';
import { routeOf } from './route.ts';
import { confidenceOf, rivalOf } from './score.ts';
import { isDrawn, type PageModel, type Seen, samePlace } from './seen.ts';
import { traitsOf } from './traits-of.ts';

/**
 * Describe a control so that it can be found again. The anchor is plain JSON under 4 kB; a name that may be data is left out, and
 * what is around the control is kept as fingerprints only. `sure` and `rival` say how well it can be told from the others today.
 */
export function describe(element: Element, from?: PageModel): Anchor {
  const page = topDocument(element);
  const controls = from ?? modelOf(page);
  const { model, seen } = seek(element, controls);
  if (!seen) throw new Error('describe: no control and no text of the page, or not drawn');
  const anchor: Anchor = {
    role: seen.role,
    ...(seen.label && !maybeData(element, seen.label) && { name: seen.label.slice(0, 200) }),
    ...(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(page.documentElement.lang) && {
      language: page.documentElement.lang.toLowerCase(),
    }),
    route: routeOf(page.location),
    traits: traitsOf(seen, model),
  };
  const { ranked, sole } = rankAnchor(anchor, controls, 9);
  const rival = rivalOf(ranked);
  // With a row, an address or identifiers of its own it is no other page's.
  if (sole === seen && (seen.row.length || seen.href.length || seen.ids.length)) {
    anchor.traits = { ...anchor.traits, sole: true };
    anchor.sure = soleConfidence;
  } else anchor.sure = ranked[0]?.seen === seen ? Math.round(confidenceOf(ranked) * 100) / 100 : 0;
  if (rival) anchor.rival = maybeData(rival.seen.element, rival.seen.label) ? rival.seen.role : called(rival.seen).slice(0, 120);
  return anchor;
}

/** The element itself, or the control that fills the same place; a text that is no control is sought among all texts. */
function seek(element: Element, model: PageModel): { model: PageModel; seen: Seen | undefined } {
  const own = model.seen.find((one) => one.element === element);
  if (own && isDrawn(own)) return { model, seen: own };
  const wide = wideOf(model);
  const text = wide.seen.find((one) => one.element === element);
  const seen = text && isDrawn(text) ? text : undefined;
  const same = seen && model.seen.find((other) => samePlace(other, seen));
  return same ? { model, seen: same } : { model: wide, seen };
}

/** The outermost document that may be read: frames of the same origin belong to the page around them. */
export function topDocument(element: Element): Document {
  const frame = frameOf(element);
  return frame ? topDocument(frame) : documentOf(element);
}
