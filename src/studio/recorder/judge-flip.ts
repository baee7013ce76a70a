/** A switch that was flipped in this recording: the act that was reported of it, and the state that it had before. */
export interface Flip {
  id: string;
  before: boolean;
}

type FlipVerdict = { is: 'new' } | { is: 'same'; id: string } | { is: 'undone'; id: string };

/** What a switch's state means: a first flip, one more of the same, or an even number of them, which is none. */
export function judgeFlip(flip: Flip | undefined, state: boolean, hasDependents: (id: string) => boolean): FlipVerdict {
  if (!flip || hasDependents(flip.id)) return { is: 'new' };
  return { is: state === flip.before ? 'undone' : 'same', id: flip.id };
}
