import { eventually } from '../journeys/harness/eventually.ts';
import type { ElementQuery } from '../journeys/harness/surface.ts';
import { gap, isInside, overlap } from './geometry.ts';
import { patience } from './pressing.ts';
import type { Control, Visit } from './real-app.ts';

/** A beacon may be so far from its control, and a card so far, in CSS pixels, and is still plainly about that one. */
const near = { beacon: 14, card: 30 };

/** Ours stands beside the control that the app itself knows by that expression; a card covers no part of it and is whole on screen. */
export async function standsBeside(visit: Visit, kind: keyof typeof near, sought: ElementQuery, control: Control): Promise<void> {
  const last = { why: 'it was never looked at' };
  await visit.cairn.find(sought);
  await eventually(
    async () => {
      // It may be drawn anew between two questions.
      const ours = (await visit.cairn.exists(sought)) && (await visit.cairn.where(sought).catch(() => false as const));
      if (!ours) return why(last, 'it went away');
      const theirs = await visit.box(control);
      const window = await visit.asks<[number, number]>('[innerWidth, innerHeight]');
      const seen = `${JSON.stringify(ours)}, the control ${JSON.stringify(theirs)}`;
      if (gap(ours, theirs) > near[kind]) return why(last, `it is away from its control: ${seen}`);
      if (kind === 'card' && overlap(ours, theirs)) return why(last, `it lies over its control: ${seen}`);
      return isInside(ours, window) || why(last, `it leaves the window of ${window}: ${seen}`);
    },
    () => `${JSON.stringify(sought.name)} should stand beside ${control}, but ${last.why}`,
    patience / 3,
  );
}

function why(last: { why: string }, words: string): false {
  last.why = words;
  return false;
}
