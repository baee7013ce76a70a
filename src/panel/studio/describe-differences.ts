import type { StudioDraft } from '../../model/studio/studio-draft.ts';

export interface DraftDifference {
  /** As in `title`, `order of steps` or `save: body`, where `save` is the id of a step. */
  path: string;
  mine: string;
  theirs: string;
}

/** In what two versions of a draft differ. Steps are compared by their ids, so that one that was moved does not make others differ. */
export function describeDifferences(mine: Pick<StudioDraft, 'guide'>, theirs: Pick<StudioDraft, 'guide'>): DraftDifference[] {
  const [one, other] = [partsOf(mine.guide), partsOf(theirs.guide)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((path) => {
    const [left, right] = [one.get(path) ?? '', other.get(path) ?? ''];
    return left === right ? [] : [{ path, mine: left, theirs: right }];
  });
}

function partsOf(guide: StudioDraft['guide']): Map<string, string> {
  const { steps, ...fields } = guide as StudioDraft['guide'] & { steps?: readonly { id: string }[] };
  const parts = Object.entries(fields).map(([name, value]): [string, string] => [name, shown(value)]);
  if (steps) parts.push(['steps', steps.map(({ id }) => id).join(' → ')]);
  for (const { id, ...step } of steps ?? [])
    for (const [name, value] of Object.entries(step)) parts.push([`${id}: ${name}`, shown(value)]);
  return new Map(parts);
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
