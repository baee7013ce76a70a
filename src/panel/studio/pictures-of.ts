import type { StepPicture } from '../../model/studio/step-picture.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';

/** The pictures of a draft by id of the step. */
export const picturesOf = ({ notes }: Pick<StudioDraft, 'notes'>): Record<string, StepPicture> =>
  Object.fromEntries(Object.entries(notes).flatMap(([id, { picture }]) => (picture ? [[id, picture]] : [])));
