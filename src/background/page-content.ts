import type { SenderTab } from '../messaging/message-router.ts';
import type { Arrival } from '../messaging/messages.ts';
import { keyOfGuide } from '../model/pack/guide-key.ts';
import type { LocalizedGuide } from '../model/pack/localized-guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { PersonalContent } from '../model/person/personal-content.ts';
import type { App } from '../model/policy/policy.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { localizedGuideIn } from '../packs/localize-guide.ts';
import { guidesIn, type PackGuide } from '../packs/pack-guide.ts';
import { summarizeGuide } from '../packs/summarize-guide.ts';
import { judgePage } from '../targeting/judge-page.ts';
import type { BackgroundDeps } from './background-deps.ts';
import type { StudioTrial } from './studio/studio-trial.ts';
import { isKeyOnTrial } from './studio/trial-pack.ts';
import type { Targeting } from './targeting.ts';
import type { WalkSession } from './walk/walk-session.ts';

interface PageContentDeps extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'personStore' | 'languages' | 'pause' | 'routes'> {
  trial: Pick<StudioTrial, 'isTrying'>;
  ownContent: (packs: readonly Pack[]) => Promise<PersonalContent>;
  fitting: Targeting['fitting'];
  walkSession: Pick<WalkSession, 'inTab'>;
}

/** What a page is sent: at first a summary of each guide that may be shown there to this person, and bodies one by one, as it asks. */
export function createPageContent(deps: PageContentDeps) {
  const { policy, shelf, personStore, languages, pause, routes, ownContent, fitting, walkSession, trial } = deps;

  /** Nothing of a page is recorded while recording is paused, or while an author tries a draft there. */
  const isRecorded = async (app: App) => !(await pause.current()) && !(await trial.isTrying(app.id));

  async function packsOf(app: App): Promise<Pack[]> {
    if (!(await policy()).switches.guidance) return [];
    return (await shelf.packs()).filter((pack) => pack.app === app.id);
  }

  /** Those of the guides that fit this address and this person. */
  async function guidesAt(app: App, url: string, all: readonly PackGuide[]): Promise<PackGuide[]> {
    const here = all.filter((guide) => judgePage(guide, { url }).fits);
    const fit = new Set(await fitting(app.id, here));
    return here.filter((guide) => isKeyOnTrial(keyOfGuide(guide)) || fit.has(keyOfGuide(guide)));
  }

  return {
    async arrival({ app, tab, url }: { app: App; tab: SenderTab & { id: number }; url: string }): Promise<Arrival> {
      const [{ switches }, packs, preferred] = await Promise.all([policy(), packsOf(app), languages()]);
      const all = packs.flatMap(guidesIn);
      const guides = await guidesAt(app, url, all);
      // A question on screen is no longer for this person once it is answered, but the page has to know that it was.
      const questions = all.filter(({ kind }) => kind === 'question');
      const keys = new Set([...guides, ...questions].map(keyOfGuide));
      const histories = Object.entries(await personStore.guideHistories()).filter(([key]) => keys.has(key));
      return {
        app: { id: app.id, name: app.name, origins: app.origins },
        url,
        route: await routes.at(app.id, url),
        places: packs.flatMap((pack) => pack.places),
        guides: guides.map((guide) => summarizeGuide(guide, preferred)),
        switches: { ...switches, friction: switches.friction && (await isRecorded(app)) },
        walk: withWithdrawal(await walkSession.inTab(app.id, tab, packs), all),
        guideHistories: Object.fromEntries(histories),
        theme: packs.find((pack) => pack.theme)?.theme ?? null,
        mute: await personStore.muteState(),
        launcher: await personStore.launcher(app.id),
        personalContent: await ownContent(
          packs.map((pack) => ({ ...pack, guides: guides.filter((guide) => guide.pack === pack) })),
        ),
      };
    },

    /** @param key `pack/guide` */
    async body(app: App, key: string): Promise<LocalizedGuide | undefined> {
      const [packs, preferred] = await Promise.all([packsOf(app), languages()]);
      const pack = packs.find(({ id }) => key.startsWith(`${id}/`));
      return pack && localizedGuideIn(pack, key.slice(pack.id.length + 1), preferred);
    },
  };
}

/** A pack that is switched off, or has left the policy, takes its walkthroughs from the page; how far the person was is kept. */
function withWithdrawal(walk: Arrival['walk'], guides: readonly PackGuide[]): Arrival['walk'] {
  if (!walk) return null;
  const isThere = guides.some(({ kind, pack, id }) => kind === 'walkthrough' && pack.id === walk.pack && id === walk.guide);
  return isThere ? walk : { ...walk, isWithdrawn: true };
}

/** The page's own word where it is, as long as it is of the origin that the browser names. */
export const addressOf = (claimed: string, url: string): string =>
  parseUrl(claimed)?.origin === new URL(url).origin ? claimed : url;
