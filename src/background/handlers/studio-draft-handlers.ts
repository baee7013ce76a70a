import { importRecording } from '../../exchange/import-recording.ts';
import type { Refusal } from '../../messaging/result.ts';
import type { StudioDraftRow } from '../../messaging/studio-messages.ts';
import { explainFault } from '../../model/fault/explain-fault.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { localize } from '../../model/text/text.ts';
import { mayRecordIn } from '../../policy/may-record.ts';
import { countSteps } from '../../studio/draft/apply-report.ts';
import { draftFaults } from '../studio/draft-faults.ts';
import type { DraftStore } from '../studio/draft-store.ts';
import { judgeDraft } from '../studio/judge-draft.ts';
import type { StudioHandlers, StudioHandlersDeps } from './studio-handlers-deps.ts';
import { noDraft } from './studio-refusals.ts';

type DraftHandlers = Pick<
  StudioHandlers,
  | 'studio.drafts'
  | 'studio.draft'
  | 'studio.create'
  | 'studio.save'
  | 'studio.undo'
  | 'studio.redo'
  | 'studio.delete'
  | 'studio.import'
>;

const CHANGED = { ok: false as const, why: 'The draft was changed elsewhere meanwhile. Compare the two, and choose.' };

/** Drafts of this browser: listed, read, written and undone. */
export function createStudioDraftHandlers({ policy, languages, studio }: StudioHandlersDeps): DraftHandlers {
  const { drafts, recording, trial, session, onChange } = studio;

  const revised = async (draft: StudioDraft | undefined, why: () => Refusal | Promise<Refusal>) =>
    draft ? ({ ok: true, revision: draft.revision } as const) : why();

  return {
    'studio.drafts': async () => ({ ok: true, ...(await listDrafts(drafts, await languages())) }),

    async 'studio.draft'({ id }) {
      const read = await drafts.read(id);
      return read ? { ok: true, ...read, faults: draftFaults(read.draft, today()) } : noDraft(drafts, id);
    },

    async 'studio.create'({ app, kind }) {
      if (!mayRecordIn(app, await policy())) return { ok: false, why: `You may not record in the app "${app}".` };
      const draft = await studio.createDraft(app, kind);
      await onChange();
      return { ok: true, id: draft.id };
    },

    async 'studio.save'({ draft, basedOn }) {
      const judged = judgeDraft(draft);
      if (!judged.ok) return { ok: false, why: explainFault(judged.faults[0]!, 'The draft') };
      let isOutdated = false;
      const saved = await drafts.change(draft.id, (before) => {
        isOutdated = before.revision !== basedOn;
        return isOutdated ? undefined : { ...draft, app: before.app, createdAt: before.createdAt, ...proposalOf(before) };
      });
      await onChange();
      return isOutdated ? CHANGED : revised(saved, () => noDraft(drafts, draft.id));
    },

    async 'studio.undo'({ id }) {
      const undone = await drafts.undo(id);
      await onChange();
      return revised(undone, () => ({ ok: false, why: 'There is nothing to undo.' }));
    },
    async 'studio.redo'({ id }) {
      const redone = await drafts.redo(id);
      await onChange();
      return revised(redone, () => ({ ok: false, why: 'There is nothing to redo.' }));
    },

    async 'studio.delete'({ id }) {
      const { recording: recorded, trying } = await session.get();
      if (recorded?.draft === id) await recording.end();
      if (trying?.draft === id) await trial.end();
      await drafts.remove(id);
      await onChange();
      return { ok: true };
    },

    async 'studio.import'({ app, text }) {
      if (!mayRecordIn(app, await policy())) return { ok: false, why: `You may not record in the app "${app}".` };
      // Nothing is made of what cannot be read.
      const read = importRecording(text, BASE_LANGUAGE);
      if (!read.ok) return { ok: false, why: explainFault(read.why[0]!, 'The file') };
      const { id, language } = await studio.createDraft(app, 'walkthrough');
      const imported = importRecording(text, language);
      const { guide, losses } = imported.ok ? imported : read;
      await drafts.change(id, (before) => ({ ...before, guide }));
      await onChange();
      return { ok: true, id, losses };
    },
  };
}

async function listDrafts(drafts: Pick<DraftStore, 'all' | 'unreadable'>, languages: readonly string[]) {
  const [all, unreadable] = await Promise.all([drafts.all(), drafts.unreadable()]);
  return {
    drafts: all.map((draft) => rowOf(draft, languages)),
    unreadable: unreadable.map(({ id, fault }) => ({ id, why: explainFault(fault, 'The draft') })),
  };
}

/** A language that every draft can have its instructions in. */
const BASE_LANGUAGE = 'en';

const today = (): string => new Date().toISOString().slice(0, 10);

/** Which proposal was made of a draft is not for an editor to change. */
const proposalOf = ({ proposal }: StudioDraft) => (proposal === undefined ? {} : { proposal });

function rowOf(draft: StudioDraft, preferred: readonly string[]): StudioDraftRow {
  const { id, app, guide, language, changedAt, proposal } = draft;
  const title = localize(guide.title, preferred, language).text;
  return { id, app, title, kind: guide.kind, steps: countSteps(draft), changedAt, ...(proposal && { proposal }) };
}
