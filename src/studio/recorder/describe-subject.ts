import { composedAncestors } from '../../dom/composed-tree.ts';
import { describe } from '../../locator/anchor/describe.ts';
import { rankAnchor } from '../../locator/match/rank-anchor.ts';
import { rivalOf } from '../../locator/match/score.ts';
import { echoesEntry } from '../../locator/page/echoes-entry.ts';
import { modelOf } from '../../locator/page/model.ts';
import { atOneMoment, type EntryMemory, nameControl } from '../../locator/page/name-control.ts';
import { positionOf } from '../../locator/page/position-of.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { AnchorStrength, ObservedAct } from '../../model/studio/observed-act.ts';
import { capturePicture } from '../picture/capture-picture.ts';

/** What is said of a control in a report, taken when the pointer or the key went down. */
export type Description = Pick<ObservedAct, 'anchor' | 'strength' | 'rival' | 'position' | 'picture' | 'route'>;

const SURE = 0.9;
const WEAK = 0.5;
/** A control that is not drawn is shown by its label, or by the box around it, this near. */
const MAX_BOXES = 3;

/** Describes a control or, where it is not drawn itself, what is drawn for it. Undefined where neither can be described. */
export function describeSubject(element: Element, memory: EntryMemory): Description | undefined {
  const labels = [...((element as HTMLInputElement).labels ?? [])];
  const boxes = composedAncestors(element, { acrossFrames: false, limit: MAX_BOXES + 1 }).slice(1);
  for (const shown of [element, ...labels, ...boxes]) {
    const anchor = anchorOf(shown, memory);
    if (anchor) return { anchor, route: anchor.route ?? '/', ...aboutAnchor(anchor, shown, memory) };
  }
  return undefined;
}

/** The anchor of an element without a name that repeats what was entered; undefined where it is not drawn. */
export function anchorOf(element: Element, memory: EntryMemory): Anchor | undefined {
  try {
    const { name, ...anchor } = describe(element);
    const isOwn = typeof name === 'string' && !echoesEntry(name, { typed: memory.typed, chosen: memory.chosen });
    return { ...anchor, ...(isOwn && { name }) };
  } catch {
    return undefined;
  }
}

function aboutAnchor(anchor: Anchor, element: Element, memory: EntryMemory): Omit<Description, 'anchor' | 'route'> {
  const now = atOneMoment(memory);
  const position = positionOf(element, now);
  const rival = rivalFor(anchor, element, now);
  const picture = capturePicture(element, now);
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
function rivalFor(anchor: Anchor, element: Element, memory: EntryMemory): ObservedAct['rival'] {
  if (!anchor.lookalike) return undefined;
  const { ranked } = rankAnchor(anchor, modelOf(element.ownerDocument));
  const rival = ranked.length > 1 ? rivalOf(ranked) : undefined;
  if (!rival) return undefined;
  const { role, name } = nameControl(rival.candidate.element, memory);
  return { role, ...(name && { name }) };
}
