import type { Anchor } from '../../model/pack/anchor.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';

/** The control that a new condition begins with, until the person points at another: that of the step, or else the first of the guide. */
export function firstAnchor({ guide }: StudioDraft, step: { anchor?: Anchor | undefined }): Anchor | undefined {
  if (step.anchor || guide.kind !== 'walkthrough') return step.anchor;
  return guide.steps.find(({ anchor }) => anchor)?.anchor;
}
