import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { DraftEdit, EditResult, GuidePath } from '../../studio/edit/draft-edit.ts';
import type { DraftSession } from './draft-session.ts';

/** What every part of the editor works with. */
export interface DraftEditor {
  session: DraftSession;
  draft: StudioDraft;
  t: Translate;
  /** The language that is edited beside the draft's own. */
  otherLanguage: string | undefined;
  /** Edits the draft; why it is refused, and what was done, are announced. */
  edit(edit: DraftEdit, done?: string): EditResult;
  /** Lets the person point at a control, or takes the most similar one. */
  pick(path: GuidePath, nearest?: boolean): Promise<void>;
}
