import type { Tabs } from 'webextension-polyfill';
import type { ActivePageGuides } from '../../messaging/active-tab-messages.ts';
import type { MessageHandlers } from '../../messaging/message-router.ts';
import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { App } from '../../model/policy/policy.ts';
import { localize } from '../../model/text/text.ts';
import { guidesIn, type PackGuide } from '../../packs/pack-guide.ts';
import { appAt } from '../../policy/app-at.ts';
import { judgePage } from '../../targeting/judge-page.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { ChecklistStore } from '../checklist-store.ts';
import type { Checklists } from '../checklists.ts';
import { isHiddenByPerson } from '../hidden-guides.ts';
import type { Targeting } from '../targeting.ts';

export interface ActiveTabHandlersDeps
  extends Pick<BackgroundDeps, 'policy' | 'shelf' | 'languages' | 'personStore' | 'notifyTabs' | 'record' | 'routes'> {
  scripts: Pick<BackgroundDeps['scripts'], 'notifyPage'>;
  fitting: Targeting['fitting'];
  checklistStore: Pick<ChecklistStore, 'openOnly'>;
  checklists: Pick<Checklists, 'stateOf'>;
  tabs: { query(filter: Tabs.QueryQueryInfoType): Promise<Pick<Tabs.Tab, 'id' | 'url'>[]> };
}

type ActiveTabHandlers = Pick<MessageHandlers, 'guides.activeTab' | 'guide.open' | 'feedback.open' | 'guide.restore'>;

interface ActivePage {
  app: App;
  tab: number;
  url: string;
}

const NO_APP = { ok: false as const, why: 'The open tab is not one of the policy’s apps.' };

/** What there is on the page in front, for popup and side panel, and what they open there. */
export function createActiveTabHandlers(deps: ActiveTabHandlersDeps): ActiveTabHandlers {
  const { policy, scripts, personStore, checklistStore, notifyTabs, record, routes, tabs } = deps;

  async function activePage(): Promise<ActivePage | undefined> {
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined || tab.url === undefined) return undefined;
    const app = appAt(await policy(), tab.url);
    return app && { app, tab: tab.id, url: tab.url };
  }

  /** A tab that was open before Cairn came has no script to answer. */
  const openOn = ({ tab }: ActivePage, guide: string | null): Promise<{ ok: true } | { ok: false; why: string }> =>
    scripts.notifyPage(tab, { cairn: 'open', guide }).then(
      () => ({ ok: true }),
      () => ({ ok: false, why: 'The page has not answered.' }),
    );

  async function openChecklist({ app, url }: ActivePage, guide: PackGuide): Promise<void> {
    await checklistStore.openOnly(keyOfGuide(guide));
    await notifyTabs();
    const about = { pack: guide.pack.id, version: guide.pack.version, guide: guide.id };
    await record({ kind: 'guide', app: app.id, route: await routes.at(app.id, url), about, what: 'opened' });
  }

  return {
    async 'guides.activeTab'() {
      const page = await activePage();
      return { ok: true, ...(page ? await guidesOn(page, deps) : { feedback: false, guides: [], checklists: [], hidden: [] }) };
    },

    async 'guide.open'({ guide: key }) {
      const page = await activePage();
      if (!page) return NO_APP;
      const guide = (await guidesOf(page.app, deps)).find((one) => keyOfGuide(one) === key);
      if (guide?.kind !== 'walkthrough' && guide?.kind !== 'checklist')
        return { ok: false, why: 'No pack in force has this guide.' };
      if (guide.kind === 'walkthrough') return openOn(page, key);
      await openChecklist(page, guide);
      return { ok: true };
    },

    async 'feedback.open'() {
      const page = await activePage();
      return page ? openOn(page, null) : NO_APP;
    },

    async 'guide.restore'({ guide }) {
      await personStore.restoreGuide(guide);
      await notifyTabs();
      return { ok: true };
    },
  };
}

async function guidesOf(app: App, { policy, shelf }: Pick<ActiveTabHandlersDeps, 'policy' | 'shelf'>): Promise<PackGuide[]> {
  if (!(await policy()).switches.guidance) return [];
  return (await shelf.packs()).filter((pack) => pack.app === app.id).flatMap(guidesIn);
}

/** The walkthroughs and checklists that this person can open on this page, and what they have hidden in the app. */
async function guidesOn({ app, url }: ActivePage, deps: ActiveTabHandlersDeps): Promise<ActivePageGuides> {
  const { policy, shelf, languages, fitting, checklists, personStore } = deps;
  const all = await guidesOf(app, deps);
  const preferred = await languages();
  const listed = (guide: PackGuide) => ({
    key: keyOfGuide(guide),
    title: localize(guide.title, preferred, guide.pack.language),
    sample: guide.pack.sample,
  });
  const here = all.filter((guide) => judgePage(guide, { url }).fits);
  const fit = new Set(await fitting(app.id, here));
  const openable = here.filter((guide) => fit.has(keyOfGuide(guide)));
  const progress = await checklists.stateOf(await shelf.packs());
  const person = { mute: await personStore.muteState(), guideHistories: await personStore.guideHistories(), now: Date.now() };
  return {
    app: { id: app.id, name: app.name },
    feedback: (await policy()).switches.feedback,
    guides: openable.filter(({ kind }) => kind === 'walkthrough').map(listed),
    checklists: openable.flatMap((guide) =>
      guide.kind === 'checklist'
        ? [{ ...listed(guide), done: progress[keyOfGuide(guide)]?.done.length ?? 0, total: guide.items.length }]
        : [],
    ),
    hidden: all.filter((guide) => isHiddenByPerson(guide, person)).map(listed),
  };
}
