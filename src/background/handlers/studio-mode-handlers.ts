import type { StudioHandlers, StudioHandlersDeps } from './studio-handlers-deps.ts';
import { NO_APP, NO_DRAFT, NO_WALKTHROUGH, NOT_RECORDING, otherApp } from './studio-refusals.ts';

type ModeHandlers = Pick<
  StudioHandlers,
  | 'studio.state'
  | 'studio.mode'
  | 'studio.record'
  | 'studio.stopRecording'
  | 'studio.report'
  | 'studio.pick'
  | 'studio.stopPicking'
  | 'studio.picked'
>;

/** What the studio does on the pages of apps: recording, and pointing at a control. */
export function createStudioModeHandlers({ studio }: Pick<StudioHandlersDeps, 'studio'>): ModeHandlers {
  const { drafts, studioTabs, recording, picking, trial } = studio;
  const { recordablePage } = studioTabs;

  return {
    'studio.state': async () => ({ ok: true, ...(await studio.state()) }),
    'studio.mode': async (_body, origin) => ({ ok: true, mode: await studioTabs.modeOf(origin) }),

    async 'studio.record'({ id }) {
      const page = await recordablePage();
      if (!page) return NO_APP;
      const draft = id === undefined ? await studio.createDraft(page.app.id, 'walkthrough') : (await drafts.read(id))?.draft;
      if (!draft) return NO_DRAFT;
      if (draft.app !== page.app.id) return otherApp(draft);
      if (draft.guide.kind !== 'walkthrough') return NO_WALKTHROUGH;
      await trial.end();
      await recording.begin(draft);
      return { ok: true, id: draft.id };
    },
    async 'studio.stopRecording'() {
      await recording.end();
      return { ok: true };
    },
    'studio.report': async ({ reports }, { app }) => ((await recording.receive(app.id, reports)) ? { ok: true } : NOT_RECORDING),

    async 'studio.pick'({ id, path, nearest }) {
      const [page, draft] = [await recordablePage(), (await drafts.read(id))?.draft];
      if (!draft) return NO_DRAFT;
      if (!page) return NO_APP;
      if (draft.app !== page.app.id) return otherApp(draft);
      return nearest ? picking.takeNearest(draft, path, page) : picking.begin(draft, path, page);
    },
    async 'studio.stopPicking'() {
      await picking.end();
      return { ok: true };
    },
    'studio.picked': async ({ picked }, { tab }) => picking.receive(tab.id, picked),
  };
}
