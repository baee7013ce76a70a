import { draftHealth } from '../studio/draft-health.ts';
import type { StudioHandlers, StudioHandlersDeps } from './studio-handlers-deps.ts';
import { noDraft, otherApp } from './studio-refusals.ts';

/** A draft on the page in front: tried as people would get it, and each of its controls looked for. */
export function createStudioTrialHandlers({
  policy,
  scripts,
  studio,
}: StudioHandlersDeps): Pick<StudioHandlers, 'studio.try' | 'studio.health'> {
  const { drafts, recording, trial } = studio;
  const { recordablePage } = studio.studioTabs;
  return {
    async 'studio.try'({ id }) {
      if (id === null) {
        await trial.end();
        return { ok: true };
      }
      const draft = (await drafts.read(id))?.draft;
      if (!draft) return noDraft(drafts, id);
      if (!(await policy()).switches.guidance)
        return { ok: false, why: 'Your organisation has switched guidance off, so that no draft can be tried.' };
      const page = await recordablePage();
      if (page?.app.id !== draft.app) return otherApp(draft);
      await recording.end();
      await trial.begin(draft, page);
      return { ok: true };
    },
    async 'studio.health'({ id }) {
      const [page, draft] = [await recordablePage(), (await drafts.read(id))?.draft];
      if (!draft) return noDraft(drafts, id);
      const here = page?.app.id === draft.app ? page : undefined;
      const find = async (anchors: Parameters<typeof scripts.findControls>[1]) => here && scripts.findControls(here.tab, anchors);
      const urls = here && [here.url, ...(await scripts.framesIn(here.tab))];
      return { ok: true, anchors: await draftHealth(draft, urls, find) };
    },
  };
}
