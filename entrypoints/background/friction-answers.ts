import { isIgnored } from '../../src/friction/is-ignored.ts';
import type { Answers, Sender } from '../../src/messaging/answer.ts';
import { appAt } from '../../src/policy/app-at.ts';
import type { Means } from './means.ts';
import type { createPath } from './path.ts';

const away = {
  ok: false as const,
  why: 'This page is not one of the policy’s apps, friction is switched off, or recording is paused.',
};

/**
 * Where the page is by the browser's word. `sender.url` is where the document was loaded, in either browser, and stays so while an app
 * moves on within it; the tab knows where its page is now. Of frames nobody tells more.
 */
function addressOf({ url, tab, frameId = 0 }: Sender): string | undefined {
  if (!url || !tab?.url || frameId !== 0) return url;
  return new URL(tab.url).origin === new URL(url).origin ? tab.url : url;
}

/** What the page tells of friction. App and route come from the browser's word of where the page is, never from the page's. */
export function answerFriction(
  { policy, record, scripts, pause, shelf }: Pick<Means, 'policy' | 'record' | 'scripts' | 'pause' | 'shelf'>,
  path: Pick<ReturnType<typeof createPath>, 'lastRoute' | 'hear'>,
): Pick<Answers, 'friction' | 'path' | 'errors'> {
  async function where(sender: Sender) {
    const { tab, frameId = 0 } = sender;
    const url = addressOf(sender);
    const inForce = await policy();
    const app = url === undefined ? undefined : appAt(inForce, url);
    if (!app || !url || tab?.id === undefined || !inForce.switches.friction || (await pause.current())) return undefined;
    return { app: app.id, url, tab: tab.id, frameId, frame: `${tab.id}:${frameId}` };
  }

  return {
    async friction(body, sender) {
      const here = await where(sender);
      if (!here) return away;
      const rules = (await shelf.packs()).flatMap((pack) => (pack.app === here.app ? (pack.ignore ?? []) : []));
      if (isIgnored(body, here.url, rules)) return { ok: false, why: 'A pack of this app says that this is no friction here.' };
      return record({ kind: 'friction', app: here.app, route: await path.lastRoute(here), ...body });
    },
    async path({ facts }, sender) {
      const here = await where(sender);
      if (!here) return away;
      return { ok: true, found: await path.hear(here, facts) };
    },
    async errors({ channel }, sender) {
      const here = await where(sender);
      if (!here) return away;
      await scripts.hearErrors(here.tab, here.frameId, channel);
      return { ok: true };
    },
  };
}
