import type { Anchor } from '../model/anchor.ts';
import type { Located } from './located.ts';
import { keyOf } from './record-control.ts';
import { samePlace } from './score.ts';
import type { PageModel, Seen } from './seen.ts';

/** For anchors written by hand: the only control of that role with that name in any language given, and nothing if there are two. */
export function locateByName(anchor: Anchor, model: PageModel): Located {
  const names = typeof anchor.name === 'string' ? [anchor.name] : Object.values(anchor.name ?? {});
  const keys = names.map(keyOf);
  const fits = model.seen.filter((seen) => seen.role === anchor.role && (!keys.length || keys.includes(seen.key)));
  const said = `${anchor.role}${names.length ? ` named “${names[0]}”` : ''}`;
  const [first] = exactly(fits, names);
  if (!first) return { found: false, why: `There is no ${said} on this page.` };
  const others = exactly(fits, names).filter((other) => !samePlace(first, other));
  if (others.length)
    return {
      found: false,
      why: `There are ${others.length + 1} of ${said} on this page: pick the control instead of naming it.`,
      best: { element: first.element, confidence: 1 / (others.length + 1) },
    };
  return { found: true, element: first.element, confidence: 0.97, why: `The only ${said}.` };
}

/** Names equal to the letter go before names that differ in signs, case or counts. */
function exactly(fits: readonly Seen[], names: readonly string[]): readonly Seen[] {
  const same = fits.filter((seen) => names.includes(seen.label));
  return same.length ? same : fits;
}
