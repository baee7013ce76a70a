import type { AppOrigin, MessageHandlers } from '../../messaging/message-router.ts';
import type { Pack } from '../../model/pack/pack.ts';
import type { PersonalContent } from '../../model/person/personal-content.ts';
import { isLastingName } from '../../player/is-lasting-name.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import { addressOf, createPageContent } from '../page-content.ts';
import type { Studio } from '../studio/studio.ts';
import type { Targeting } from '../targeting.ts';
import type { WalkSession } from '../walk/walk-session.ts';

type PageHandlersDeps = Pick<
  BackgroundDeps,
  | 'personStore'
  | 'policy'
  | 'shelf'
  | 'scripts'
  | 'languages'
  | 'record'
  | 'notifyTabs'
  | 'pause'
  | 'routes'
  | 'disclosure'
  | 'releaseWatch'
> & { studio: Pick<Studio, 'pageArrived' | 'trial'> };
type PageHandlers = Pick<
  MessageHandlers,
  | 'arrive'
  | 'control.disclose'
  | 'guide.body'
  | 'script.inject'
  | 'feedback'
  | 'guide'
  | 'guide.finishedUnrecorded'
  | 'name.judge'
  | 'progress'
  | 'walk.sync'
  | 'mute'
  | 'launcher'
>;

/** Answers the page scripts. Where a message comes from is the browser's word, never the page's. */
export function createPageHandlers(
  deps: PageHandlersDeps,
  ownContent: (packs: readonly Pack[]) => Promise<PersonalContent>,
  fitting: Targeting['fitting'],
  walkSession: WalkSession,
): PageHandlers {
  const { personStore, policy, scripts, record, notifyTabs, routes, disclosure } = deps;
  const content = createPageContent({ ...deps, trial: deps.studio.trial, ownContent, fitting, walkSession });

  return {
    async arrive({ url: claimed }, origin) {
      tellOfPage(deps, origin);
      return { ok: true, ...(await content.arrival({ ...origin, url: addressOf(claimed, origin.url) })) };
    },

    async 'guide.body'({ guide: key }, { app }) {
      const guide = await content.body(app, key);
      return guide ? { ok: true, guide } : { ok: false, why: 'No pack in force has this guide.' };
    },

    async 'script.inject'({ script }, { tab, frameId }) {
      await scripts.injectScript(script, { tabId: tab.id, frameId });
      return { ok: true };
    },

    'control.disclose': async ({ control }, { app }) => ({ ok: true, control: await disclosure.disclose(app.id, control) }),

    async feedback({ control: observed, includeName, ...body }, { app }) {
      if (!(await policy()).switches.feedback) return { ok: false, why: 'Your organisation has switched feedback off.' };
      const control = observed && (await disclosure.disclose(app.id, observed, { includeName }));
      const result = await record({ kind: 'feedback', app: app.id, ...body, ...(control && { control }) });
      if (!result.ok) return result;
      const { choice } = body;
      const route = await routes.disclose(app.id, body.route);
      return { ...result, formKey: await personStore.openForm({ of: result.id, app: app.id, appName: app.name, route, choice }) };
    },

    async guide(body, { app }) {
      const { what, about } = body;
      if (what === 'dismissed' || what === 'finished') await personStore.noteGuideEvent(about, what);
      if (what === 'shown' || what === 'opened') await personStore.noteGuideEvent(about, 'seen');
      // What is dismissed in one tab is dismissed in all.
      if (what === 'dismissed') await notifyTabs();
      return record({ kind: 'guide', app: app.id, ...body });
    },

    async 'guide.finishedUnrecorded'({ about }) {
      await personStore.noteGuideEvent(about, 'finished unrecorded');
      await notifyTabs();
      return { ok: true };
    },

    'name.judge': async ({ name, address }) => ({ ok: true, lasting: isLastingName(name, address) }),

    async progress({ progress, take }, { app, tab }) {
      if (progress && progress.app !== app.id) return { ok: false, why: 'The walkthrough belongs to another app.' };
      const isClaimed = await walkSession.claim(progress, take, tab.id);
      return isClaimed ? { ok: true } : { ok: false, why: 'It goes on in another tab.' };
    },

    async 'walk.sync'(body, { app, tab }) {
      await scripts.notifyTab(tab.id, { cairn: 'walk', app: app.id, ...body });
      return { ok: true };
    },

    async mute({ wish, guide, app: named }, { app }) {
      await personStore.applyMute(wish, { app: app?.id ?? named, guide, now: Date.now() });
      await notifyTabs();
      return { ok: true };
    },

    async launcher(spot, { app }) {
      await personStore.setLauncher(app.id, spot);
      return { ok: true };
    },
  };
}

/** Not waited for: the page is notified if anything changes. */
function tellOfPage({ releaseWatch, studio }: Pick<PageHandlersDeps, 'releaseWatch' | 'studio'>, origin: AppOrigin): void {
  void releaseWatch.onPage().catch((error: unknown) => console.warn('[cairn] could not ask for releases:', error));
  void studio.pageArrived(origin).catch((error: unknown) => console.warn('[cairn] could not bring the studio:', error));
}
