import { composedAncestors } from '../../dom/composed-tree.ts';
import { windowOf } from '../../dom/node-getters.ts';
import { describe } from '../../locator/anchor/describe.ts';
import { rankAnchor } from '../../locator/match/rank-anchor.ts';
import { rivalOf } from '../../locator/match/score.ts';
import { echoesEntry } from '../../locator/page/echoes-entry.ts';
import { modelOf } from '../../locator/page/model.ts';
import { atOneMoment, type EntryMemory, nameControl } from '../../locator/page/name-control.ts';
import type { PageModel } from '../../locator/page/page-model.ts';
import { positionOf } from '../../locator/page/position-of.ts';
import { topDocumentOf } from '../../locator/page/standing-entries.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { AnchorStrength, ObservedAct } from '../../model/studio/observed-act.ts';
import { capturePicture } from '../picture/capture-picture.ts';

/** What is said of a control in a report, taken when the pointer or the key went down. */
export type Description = Pick<ObservedAct, 'anchor' | 'strength' | 'rival' | 'position' | 'picture' | 'route'>;

const SURE = 0.9;
const WEAK = 0.5;
/** A control that is not drawn is shown by its label, or by the box around it, this near. */
const MAX_BOXES = 3;

/**
 * Describes a control or, where it is not drawn itself, what is drawn for it. Undefined where neither can be described. The page is read
 * once for all that is said of the control.
 */
export function describeSubject(element: Element, memory: EntryMemory): Description | undefined {
  const document = topDocumentOf(element);
  if (!windowOf(document)) return undefined;
  const page = modelOf(document);
  const labels = [...((element as HTMLInputElement).labels ?? [])];
  const boxes = composedAncestors(element, { acrossFrames: false, limit: MAX_BOXES + 1 }).slice(1);
  for (const shown of [element, ...labels, ...boxes]) {
    const anchor = anchorOf(shown, memory, page);
    if (anchor) return { anchor, route: anchor.route ?? '/', ...aboutAnchor(anchor, { element: shown, page, memory }) };
  }
  return undefined;
}

/** The anchor of an element without a name that repeats what was entered; undefined where it is not drawn. */
export function anchorOf(element: Element, memory: EntryMemory, page?: PageModel): Anchor | undefined {
  try {
    const { name, ...anchor } = describe(element, page);
    const isOwn = typeof name === 'string' && !echoesEntry(name, { typed: memory.typed, chosen: memory.chosen });
    return { ...anchor, ...(isOwn && { name }) };
  } catch {
    return undefined;
  }
}

interface Described {
  element: Element;
  page: PageModel;
  memory: EntryMemory;
}

function aboutAnchor(anchor: Anchor, { element, page, memory }: Described): Omit<Description, 'anchor' | 'route'> {
  const now = atOneMoment(memory);
  const position = positionOf(element, now);
  const rival = rivalFor(anchor, page, now);
  const picture = capturePicture(element, page, now);
  return {
    strength: strengthOf(anchor),
    ...(rival && { rival }),
    ...(position && { position }),
    ...(picture && { picture }),
  };
}

/** How well an anchor tells its control from the others on the page, in words. */
function strengthOf({ confidence = 0, traits }: Anchor): AnchorStrength {
  if (traits?.unique) return 'only';
  if (confidence >= SURE) return 'sure';
  return confidence >= WEAK ? 'weak' : 'ambiguous';
}

/** The control that is most likely to be mistaken for it. */
function rivalFor(anchor: Anchor, page: PageModel, memory: EntryMemory): ObservedAct['rival'] {
  if (!anchor.lookalike) return undefined;
  const { ranked } = rankAnchor(anchor, page);
  const rival = ranked.length > 1 ? rivalOf(ranked) : undefined;
  if (!rival) return undefined;
  const { role, name } = nameControl(rival.candidate.element, memory);
  return { role, ...(name && { name }) };
}
