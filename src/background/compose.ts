import type { Browser } from 'webextension-polyfill';
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
import { createTargetingHandlers } from './handlers/targeting-handlers.ts';
import { createJourneyTracker } from './journey-tracker.ts';
import { listen } from './listen.ts';
import { createPersonalData } from './personal-data.ts';
import { createServices, type Services } from './services.ts';
import { type ExtensionStorage, openStorage } from './storage/open-storage.ts';
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
  const services = createServices({ browser, hasPortsInPatterns, items, lifetime, report });
  const features = createFeatures(browser, services, storage, wrap);
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

/** What the background does for the person beyond its services. */
function createFeatures(
  { tabs }: Pick<Browser, 'tabs'>,
  services: Services,
  storage: ExtensionStorage,
  wrap: ReturnType<typeof createGuard>['wrap'],
) {
  const { items } = storage;
  const checklistStore = createChecklistStore(items);
  const checklists = createChecklists({ ...services, checklistStore });
  const walkSession = createWalkSession({
    items,
    tabs,
    notifyTab: wrap((tab: number) => services.scripts.notifyTab(tab, { cairn: 'changed' })),
    notifyAllTabs: services.notifyTabs,
  });
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
    journeys: createJourneyTracker({ ...services, items }),
    personalData: createPersonalData({ ...services, storage }),
  };
}
type Features = ReturnType<typeof createFeatures>;

function createHandlers({ tabs, windows, runtime }: Browser, services: Services, features: Features): MessageHandlers {
  const { targeting, walkSession, journeys, checklistStore, checklists, personalData, personalContent } = features;
  const openForm = (key: string) =>
    windows.create({ type: 'popup', url: `${runtime.getURL('words.html')}#${key}`, width: 460, height: 460 });
  return {
    ...createPageHandlers(services, personalContent, targeting.fitting, walkSession),
    ...createTargetingHandlers(services, targeting, tabs),
    ...createContentHandlers(services, checklistStore, checklists),
    ...createSettingsHandlers(services, journeys),
    ...createFormHandlers(services, openForm),
    ...createFormSightHandlers(services.scripts),
    ...createLedgerHandlers(services, personalData),
    ...createActiveTabHandlers({ ...services, checklistStore, checklists, tabs, fitting: targeting.fitting }),
    ...createFrictionHandlers(services, journeys),
  };
}
