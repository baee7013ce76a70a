import type { Tabs } from 'webextension-polyfill';
import type { MessageHandlers } from '../../messaging/message-router.ts';
import { appAt } from '../../policy/app-at.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { FindControls } from '../control-reports.ts';
import { isKeyOnTrial } from '../studio/trial-pack.ts';
import type { Targeting } from '../targeting.ts';

/** Answers pages that want to show a prompt, and authors and admins who ask why a guide is, or is not, shown. */
export function createTargetingHandlers(
  { policy, scripts }: Pick<BackgroundDeps, 'policy' | 'scripts'>,
  { prompt, why }: Targeting,
  tabs: Pick<Tabs.Static, 'query'>,
): Pick<MessageHandlers, 'prompt' | 'why' | 'pages'> {
  return {
    async prompt({ guide }, { app, tab }) {
      if (isKeyOnTrial(guide)) return { ok: true };
      const verdict = await prompt(app.id, guide, tab.id);
      if (!verdict) return { ok: false, why: 'No pack in force has this guide.' };
      return verdict.fits ? { ok: true } : { ok: false, why: `Not for this person now: ${verdict.rule}` };
    },

    async why({ url }) {
      const open = (await tabs.query({})).filter((tab) => tab.url === url);
      const [latest] = open.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
      const find: FindControls = async (anchors) =>
        latest?.id === undefined ? undefined : scripts.findControls(latest.id, anchors);
      return { ok: true, ...(await why(url, find)) };
    },

    async pages() {
      const inForce = await policy();
      const open = (await tabs.query({})).filter(({ url }) => url !== undefined && appAt(inForce, url));
      const latest = open.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
      return { ok: true, pages: latest.map(({ url, title }) => ({ url: url ?? '', title: title ?? '' })) };
    },
  };
}
