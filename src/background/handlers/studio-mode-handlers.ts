import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { isLanguageOf, repeatableSteps } from '../../studio/draft/apply-translation.ts';
import type { StudioHandlers, StudioHandlersDeps } from './studio-handlers-deps.ts';
import {
  NO_APP,
  NO_LANGUAGE,
  NO_WALKTHROUGH,
  NOT_RECORDING,
  NOTHING_TO_REPEAT,
  noDraft,
  otherApp,
  sameLanguage,
} from './studio-refusals.ts';

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

  /** The language in which the steps of a draft can be repeated in a tab. */
  async function languageFor(draft: StudioDraft, tab: number) {
    if (repeatableSteps(draft).length === 0) return NOTHING_TO_REPEAT;
    const language = await studio.languageIn(tab);
    if (language === undefined) return NO_LANGUAGE;
    return isLanguageOf(draft, language) ? sameLanguage(draft.language) : { ok: true as const, language };
  }

  return {
    'studio.state': async () => ({ ok: true, ...(await studio.state()) }),
    'studio.mode': async (_body, origin) => ({ ok: true, mode: await studioTabs.modeOf(origin) }),

    async 'studio.record'(body) {
      const { id } = body;
      const page = await recordablePage();
      if (!page) return NO_APP;
      const draft = id === undefined ? await studio.createDraft(page.app.id, 'walkthrough') : (await drafts.read(id))?.draft;
      if (!draft) return noDraft(drafts, id ?? '');
      if (draft.app !== page.app.id) return otherApp(draft);
      if (draft.guide.kind !== 'walkthrough') return NO_WALKTHROUGH;
      const translation = 'translate' in body ? await languageFor(draft, page.tab) : undefined;
      if (translation && !translation.ok) return translation;
      await trial.end();
      await recording.begin(draft, translation?.language);
      return { ok: true, id: draft.id };
    },
    async 'studio.stopRecording'() {
      await recording.end();
      return { ok: true };
    },
    'studio.report': async ({ reports }, { app }) => (await recording.receive(app.id, reports)) ?? NOT_RECORDING,

    async 'studio.pick'({ id, path, nearest }) {
      const [page, draft] = [await recordablePage(), (await drafts.read(id))?.draft];
      if (!draft) return noDraft(drafts, id);
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
