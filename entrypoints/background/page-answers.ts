import type { Answers } from '../../src/messaging/answer.ts';
import type { OwnContent } from '../../src/model/own-content.ts';
import type { Pack } from '../../src/model/pack.ts';
import type { App } from '../../src/model/policy.ts';
import { wishQuiet } from '../../src/model/quiet.ts';
import type { ShownGuide } from '../../src/model/shown.ts';
import { localisePack } from '../../src/packs/localise-guide.ts';
import { appAt } from '../../src/policy/app-at.ts';
import type { Means } from './means.ts';
import type { Running } from './running.ts';
import type { Targeting } from './targeting.ts';

type PageAnswers = Pick<Answers, 'arrive' | 'bring' | 'feedback' | 'guide' | 'progress' | 'walk' | 'quiet' | 'launcher'>;
const away = { ok: false as const, why: 'This page is not one of the policy’s apps.' };

/** What page scripts are answered. Where a message comes from is the browser's word, never the page's. */
export function answerPages(
  means: Means,
  own: (packs: readonly Pack[]) => Promise<OwnContent>,
  fitting: Targeting['fitting'],
  running: Running,
): PageAnswers {
  const { kept, policy, shelf, scripts, languages, record, tellTabs, pause } = means;
  const appOf = async (url: string | undefined): Promise<App | undefined> =>
    url === undefined ? undefined : appAt(await policy(), url);

  async function shown(packs: readonly Pack[]): Promise<ShownGuide[]> {
    const spoken = await languages();
    return packs.flatMap((pack) => localisePack(pack, spoken));
  }

  return {
    async arrive(_body, { url, tab }) {
      const inForce = await policy();
      const app = await appOf(url);
      if (!app) return { here: false, why: away.why };
      const packs = inForce.switches.guidance ? (await shelf.packs()).filter((pack) => pack.app === app.id) : [];
      const guides = await shown(packs);
      return {
        here: true,
        app: { id: app.id, name: app.name },
        places: packs.flatMap((pack) => pack.places),
        guides,
        fitting: await fitting(app.id, guides),
        switches: { ...inForce.switches, friction: inForce.switches.friction && !(await pause.current()) },
        running: await running.inTab(app.id, tab, guides),
        settled: await kept.settled(),
        theme: packs.find((pack) => pack.theme)?.theme ?? null,
        quiet: await kept.quiet(),
        launcher: await kept.launcher(app.id),
        own: await own(packs),
      };
    },

    async bring(_body, { url, tab, frameId }) {
      if (!(await appOf(url)) || tab?.id === undefined) return away;
      await scripts.bringOverlay(tab.id, frameId ?? 0);
      return { ok: true };
    },

    async feedback(body, { url }) {
      const app = await appOf(url);
      if (!app) return away;
      if (!(await policy()).switches.feedback) return { ok: false, why: 'Your organisation has switched feedback off.' };
      const done = await record({ kind: 'feedback', app: app.id, ...body });
      if (!done.ok) return done;
      const { choice, route } = body;
      return { ...done, formKey: await kept.openForm({ of: done.id, app: app.id, appName: app.name, route, choice }) };
    },

    async guide(body, { url }) {
      const app = await appOf(url);
      if (!app) return away;
      const { what, about } = body;
      if (what === 'dismissed' || what === 'finished') await kept.settle(about, what);
      if (what === 'shown' || what === 'opened') await kept.settle(about, 'seen');
      // No is no in every tab.
      if (what === 'dismissed') await tellTabs();
      return record({ kind: 'guide', app: app.id, ...body });
    },

    async progress({ progress, take }, { url, tab }) {
      const app = await appOf(url);
      if (!app || (progress && progress.app !== app.id)) return away;
      const isKept = await running.keep(progress, take, tab?.id);
      return isKept ? { ok: true } : { ok: false, why: 'It goes on in another tab.' };
    },

    async walk(body, { url, tab }) {
      const app = await appOf(url);
      if (!app || tab?.id === undefined) return away;
      await scripts.tell(tab.id, { cairn: 'walk', app: app.id, ...body });
      return { ok: true };
    },

    async quiet({ wish, guide }, { url }) {
      const app = (await appOf(url))?.id;
      await kept.setQuiet(wishQuiet(await kept.quiet(), wish, { app, guide, now: Date.now() }));
      await tellTabs();
      return { ok: true };
    },

    async launcher(spot, { url }) {
      const app = await appOf(url);
      if (!app) return away;
      await kept.setLauncher(app.id, spot);
      return { ok: true };
    },
  };
}
