import { type Anchor, anchor } from '../../model/pack/anchor.ts';
import { type StepNotes, type StudioDraft, studioDraft } from '../../model/studio/studio-draft.ts';

/** Properties and indices that lead to an anchor, as in `["guide", "steps", 2, "anchor"]`. */
export type AnchorPath = readonly (string | number)[];

export interface DraftAnchor {
  path: AnchorPath;
  anchor: Anchor;
  /** The places where it is looked for; anywhere in the app if there are none. */
  places: readonly string[];
}

/** Every anchor of a draft, in the order in which they stand. */
export function anchorsInDraft({ guide }: Pick<StudioDraft, 'guide'>): DraftAnchor[] {
  const own = anchorsBelow({ ...guide, steps: undefined }, ['guide'], guide.where ?? []);
  if (guide.kind !== 'walkthrough') return own;
  return [...own, ...guide.steps.flatMap((step, nth) => anchorsBelow(step, ['guide', 'steps', nth], step.at ? [step.at] : []))];
}

function anchorsBelow(part: unknown, path: AnchorPath, places: readonly string[]): DraftAnchor[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const below = [...path, Array.isArray(part) ? Number(key) : key];
    const found = isAnchor(value) ? value : undefined;
    return found ? [{ path: below, anchor: found, places }] : anchorsBelow(value, below, places);
  });
}

/** Whatever has a role is an anchor; of a guide's other parts only the audience may have one, which is a list. */
const isAnchor = (value: unknown): value is Anchor =>
  typeof value === 'object' && value !== null && typeof (value as { role?: unknown }).role === 'string';

/** The draft with that anchor at the path; undefined where a draft has no place for one. */
export function withAnchorAt(draft: StudioDraft, path: AnchorPath, picked: Anchor, notes?: StepNotes): StudioDraft | undefined {
  if (path[0] !== 'guide' || !anchor.safeParse(picked).success) return undefined;
  const guide = replaced(draft.guide, path.slice(1), picked);
  const owner = ownerOf(draft, path);
  const changed = studioDraft.safeParse({
    ...draft,
    guide,
    ...(notes && owner !== undefined && { notes: { ...draft.notes, [owner]: { ...draft.notes[owner], ...notes } } }),
  });
  return changed.data;
}

/** The step whose own anchor is at the path, or the guide; undefined for the anchor of a condition. */
function ownerOf({ guide }: StudioDraft, path: AnchorPath): string | undefined {
  const [, list, nth] = path;
  if (path.length === 2) return guide.id;
  const isOwn = list === 'steps' && typeof nth === 'number' && path.length === 4 && path[3] === 'anchor';
  return isOwn && guide.kind === 'walkthrough' ? guide.steps[nth]?.id : undefined;
}

/** A copy in which only what lies on the path is new. A path that leads nowhere gives a value that fits no schema. */
function replaced(whole: unknown, path: AnchorPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return typeof key === 'number' && key < whole.length ? whole.with(key, replaced(whole[key], rest, value)) : undefined;
  if (typeof whole !== 'object' || whole === null || key === '__proto__') return undefined;
  const below = Object.hasOwn(whole, key) ? (whole as Record<string | number, unknown>)[key] : undefined;
  return { ...whole, [key]: replaced(below, rest, value) };
}
