import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { type Translate, underscored } from '../../runtime/translate.ts';
import type { EditRefusal } from '../../studio/edit/draft-edit.ts';
import { stepName } from './step-name.ts';

/** Why an edit was not made. What the schema has against it comes in English alone. */
export function refusalOf(refusal: EditRefusal, draft: StudioDraft, t: Translate): string {
  switch (refusal.why) {
    case 'not-valid':
      return refusal.faults.map(({ path, reason, remedy }) => `${path}: ${reason}. ${remedy}`).join(' ');
    case 'has-branches':
    case 'is-branched-to': {
      const steps = draft.guide.kind === 'walkthrough' ? draft.guide.steps : [];
      return t(`editRefused_${underscored(refusal.why)}`, stepName(steps, refusal.step, { draft, t }));
    }
    default:
      return t(`editRefused_${underscored(refusal.why)}`);
  }
}
