import { isIgnored } from '../../friction/journey/is-ignored.ts';
import type { MessageHandlers, MessageSender } from '../../messaging/message-router.ts';
import { appAt } from '../../policy/app-at.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { createJourneyTracker } from '../journey-tracker.ts';

const NOT_OBSERVED = {
  ok: false as const,
  why: 'This page is not one of the policy’s apps, friction is switched off, or recording is paused.',
};

/**
 * Where the page is by the browser's word. `sender.url` is where the document was loaded, in either browser, and stays so while an app
 * moves on within it; the tab knows where its page is now. Of frames nobody tells more.
 */
function currentUrl({ url, tab, frameId = 0 }: MessageSender): string | undefined {
  if (!url || !tab?.url || frameId !== 0) return url;
  return new URL(tab.url).origin === new URL(url).origin ? tab.url : url;
}

/** What the page tells of friction. App and route come from the browser's word of where the page is, never from the page's. */
export function createFrictionHandlers(
  { policy, record, scripts, pause, shelf }: Pick<BackgroundDeps, 'policy' | 'record' | 'scripts' | 'pause' | 'shelf'>,
  journeys: Pick<ReturnType<typeof createJourneyTracker>, 'lastRoute' | 'receive'>,
): Pick<MessageHandlers, 'friction' | 'path' | 'errors'> {
  async function locate(sender: MessageSender) {
    const { tab, frameId = 0 } = sender;
    const url = currentUrl(sender);
    const inForce = await policy();
    const app = url === undefined ? undefined : appAt(inForce, url);
    if (!app || !url || tab?.id === undefined || !inForce.switches.friction || (await pause.current())) return undefined;
    return { app: app.id, url, tab: tab.id, frameId, frame: `${tab.id}:${frameId}` };
  }

  return {
    async friction(body, sender) {
      const here = await locate(sender);
      if (!here) return NOT_OBSERVED;
      const rules = (await shelf.packs()).flatMap((pack) => (pack.app === here.app ? (pack.ignore ?? []) : []));
      if (isIgnored(body, here.url, rules)) return { ok: false, why: 'A pack of this app says that this is no friction here.' };
      return record({ kind: 'friction', app: here.app, route: await journeys.lastRoute(here), ...body });
    },
    async path({ facts }, sender) {
      const here = await locate(sender);
      if (!here) return NOT_OBSERVED;
      return { ok: true, found: await journeys.receive(here, facts) };
    },
    async errors({ channel }, sender) {
      const here = await locate(sender);
      if (!here) return NOT_OBSERVED;
      await scripts.reportErrorsOf(here.tab, here.frameId, channel);
      return { ok: true };
    },
  };
}
