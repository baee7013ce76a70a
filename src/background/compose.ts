import type { Browser } from 'webextension-polyfill';
import type { Connection } from '../ledger/connection.ts';
import { createMessageRouter, type MessageHandlers } from '../messaging/message-router.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { PersonalContent } from '../model/person/personal-content.ts';
import { appAt } from '../policy/app-at.ts';
import { createGuard } from '../runtime/guard.ts';
import { createChecklistStore } from './checklist-store.ts';
import { createChecklists } from './checklists.ts';
import { routesOfReplies } from './feedback-replies.ts';
import { createActiveTabHandlers } from './handlers/active-tab-handlers.ts';
import { createContentHandlers } from './handlers/content-handlers.ts';
import { createFormHandlers } from './handlers/form-handlers.ts';
import { createFormSightHandlers } from './handlers/form-sight-handlers.ts';
import { createFrictionHandlers } from './handlers/friction-handlers.ts';
import { createLedgerHandlers } from './handlers/ledger-handlers.ts';
import { createPageHandlers } from './handlers/page-handlers.ts';
import { createSettingsHandlers } from './handlers/settings-handlers.ts';
import { createStudioHandlers } from './handlers/studio-handlers.ts';
import { createTargetingHandlers } from './handlers/targeting-handlers.ts';
import { createJourneyTracker } from './journey-tracker.ts';
import { listen } from './listen.ts';
import { createPersonalData } from './personal-data.ts';
import { createServices, type Services } from './services.ts';
import { type ExtensionStorage, openStorage } from './storage/open-storage.ts';
import { createProposalStore, type ProposalStore } from './studio/proposal-store.ts';
import { createStudio } from './studio/studio.ts';
import { type StudioDb, studioDatabase } from './studio/studio-database.ts';
import { withTrial } from './studio/studio-trial.ts';
import { createTargeting } from './targeting.ts';
import { createWalkSession } from './walk/walk-session.ts';

/**
 * Starts the background. Every listener is added before this returns: the browser may have started us for just one of them.
 *
 * @param hasPortsInPatterns whether the browser takes ports in match patterns
 */
export function startBackground(browser: Browser, { hasPortsInPatterns }: { hasPortsInPatterns: boolean }): void {
  const report = (error: unknown) => console.error('[cairn]', error);
  const { wrap } = createGuard({ report });
  const storage = openStorage(browser.storage, (key, error) => console.warn(`[cairn] stored "${key}" is invalid:`, error));
  const { items } = storage;
  const lifetime = new AbortController().signal;
  const database = studioDatabase();
  const proposals = createProposalStore(database);
  const services = createServices({ browser, hasPortsInPatterns, items, proposals, lifetime, report });
  const features = createFeatures({ browser, hasPortsInPatterns, services, storage, database, proposals, wrap });
  services.onRecorded([
    (entry) => void services.upload.onRecorded(entry),
    () => void items.lastEntryAt.set(Date.now()).catch(report),
    features.targeting.onRecorded,
    features.checklists.onRecorded,
  ]);
  const { runtime } = browser;
  const router = createMessageRouter(createHandlers(browser, services, features), {
    identity: { id: runtime.id, origin: runtime.getURL('') },
    appAt: async (url) => appAt(await services.policy(), url),
    onRefused: (why) => console.warn('[cairn] refused:', why),
  });
  runtime.onMessage.addListener(router as never);
  listen({ browser, hasPortsInPatterns, services, ...features, wrap });
}

interface FeaturesDeps {
  browser: Pick<Browser, 'tabs' | 'action' | 'i18n'>;
  hasPortsInPatterns: boolean;
  services: Services;
  storage: ExtensionStorage;
  database: Connection<StudioDb>;
  proposals: ProposalStore;
  wrap: ReturnType<typeof createGuard>['wrap'];
}

/** What the background does for the person beyond its services. */
function createFeatures({ browser, hasPortsInPatterns, services, storage, database, proposals, wrap }: FeaturesDeps) {
  const { tabs } = browser;
  const { items } = storage;
  const checklistStore = createChecklistStore(items);
  const walkSession = createWalkSession({
    items,
    tabs,
    notifyTab: wrap((tab: number) => services.scripts.notifyTab(tab, { cairn: 'changed' })),
    notifyAllTabs: services.notifyTabs,
  });
  const studio = createStudio({
    ...{ browser, services, items, database, walkSession },
    ...{ proposalStore: proposals, seesFrames: hasPortsInPatterns },
  });
  const shelf = withTrial(services.shelf, studio.trial);
  const checklists = createChecklists({ ...services, shelf, checklistStore });
  /** What only this device knows of the guides of packs. */
  const personalContent = async (packs: readonly Pack[]): Promise<PersonalContent> => ({
    checklists: await checklists.stateOf(packs),
    replies: await routesOfReplies(services.ledger, packs),
  });
  return {
    targeting: createTargeting({ ...services, items }),
    checklistStore,
    checklists,
    personalContent,
    walkSession,
    studio,
    shownShelf: shelf,
    journeys: createJourneyTracker({ ...services, items }),
    personalData: createPersonalData({ ...services, storage, studio }),
  };
}
type Features = ReturnType<typeof createFeatures>;

function createHandlers({ tabs, windows, runtime }: Browser, services: Services, features: Features): MessageHandlers {
  const { targeting, walkSession, journeys, checklistStore, checklists, personalData, personalContent, studio } = features;
  /** With the draft that is tried: for what pages are shown. */
  const shown = { ...services, shelf: features.shownShelf, studio };
  const openForm = (key: string) =>
    windows.create({ type: 'popup', url: `${runtime.getURL('words.html')}#${key}`, width: 460, height: 460 });
  return {
    ...createPageHandlers(shown, personalContent, targeting.fitting, walkSession),
    ...createTargetingHandlers(services, targeting, tabs),
    ...createContentHandlers(shown, checklistStore, checklists),
    ...createSettingsHandlers(services, journeys),
    ...createFormHandlers(services, openForm),
    ...createFormSightHandlers(services.scripts),
    ...createLedgerHandlers(services, personalData),
    ...createActiveTabHandlers({ ...services, checklistStore, checklists, tabs, fitting: targeting.fitting }),
    ...createFrictionHandlers({ ...services, studio }, journeys),
    ...createStudioHandlers({ ...services, studio }),
  };
}
