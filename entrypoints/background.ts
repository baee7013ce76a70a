import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { composeDeps } from '../src/background/compose-deps.ts';
import { createContent } from '../src/background/content.ts';
import { createFormHandlers } from '../src/background/handlers/form-handlers.ts';
import { createFrictionHandlers } from '../src/background/handlers/friction-handlers.ts';
import { createLedgerHandlers } from '../src/background/handlers/ledger-handlers.ts';
import { createPageHandlers } from '../src/background/handlers/page-handlers.ts';
import { createSettingsHandlers } from '../src/background/handlers/settings-handlers.ts';
import { createTargetingHandlers } from '../src/background/handlers/targeting-handlers.ts';
import { createJourneyTracker } from '../src/background/journey-tracker.ts';
import { createPersonalData } from '../src/background/personal-data.ts';
import { createTargeting } from '../src/background/targeting.ts';
import { createWalkSession } from '../src/background/walk/walk-session.ts';
import { createMessageRouter } from '../src/messaging/message-router.ts';
import type { PageMessage } from '../src/messaging/messages.ts';
import { appAt } from '../src/policy/app-at.ts';
import { createGuard } from '../src/runtime/guard.ts';

const PACKS_ALARM = 'cairn-packs';
/** Minutes between looks at the packs and the age of the ledger. */
const REFRESH_PERIOD_MINUTES = 15;

/** Every listener is added before the first wait: the browser may have started us for just one of them. */
export default defineBackground(() => {
  const { storage, alarms, runtime, tabs, windows, commands } = browser;
  const { wrap: safely } = createGuard({ report: (error) => console.error('[cairn]', error) });
  const targeting = createTargeting(composeDeps(new AbortController().signal), storage);
  const content = createContent(targeting.means, storage.local);
  const { means } = content;
  const identity = { id: runtime.id, origin: runtime.getURL('') };
  const journeys = createJourneyTracker(means, storage);
  const walkSession = createWalkSession({
    ...{ personStore: means.personStore, session: storage.session, tabs, notifyAllTabs: means.notifyTabs },
    notifyTab: safely((tab: number) => means.scripts.notifyTab(tab, { cairn: 'changed' })),
  });
  const personalData = createPersonalData({
    ...{ ...means, local: storage.local },
    forgetters: [targeting.forget, content.forget, journeys.forgetLearnt],
  });
  const handlers = {
    ...createPageHandlers(means, content.own, targeting.fitting, walkSession),
    ...createTargetingHandlers(means, targeting, tabs),
    ...content.answers,
    ...createSettingsHandlers(means, journeys),
    ...createFormHandlers(means, (key) =>
      windows.create({ type: 'popup', url: `${runtime.getURL('words.html')}#${key}`, width: 460, height: 460 }),
    ),
    ...createLedgerHandlers(means, personalData, tabs),
    ...createFrictionHandlers(means, journeys),
  };
  runtime.onMessage.addListener(
    createMessageRouter(handlers, {
      identity,
      appAt: async (url) => appAt(await means.policy(), url),
      onRefused: (why) => console.warn('[cairn] refused:', why),
    }) as never,
  );

  if (import.meta.env.FIREFOX)
    tabs.onUpdated.addListener(
      safely(async (tabId, { status }, { url }) => {
        if (status === 'complete') await means.scripts.pageLoaded(await means.policy(), tabId, url);
      }),
    );

  tabs.onRemoved.addListener(safely(walkSession.tabClosed));
  tabs.onActivated.addListener(safely(({ tabId }) => walkSession.tabActivated(tabId)));

  commands.onCommand.addListener(
    safely(async (command, tab) => {
      if (command === 'focus' && tab?.id !== undefined) await tabs.sendMessage(tab.id, { cairn: 'focus' } satisfies PageMessage);
    }),
  );

  const prune = async () => means.ledger.prune((await means.policy()).retention.days);
  const periodicWork = safely(async () => {
    await means.refreshPacks();
    await journeys.tick();
    await targeting.tick();
    await prune();
  });
  alarms.onAlarm.addListener(({ name }) => {
    void safely(means.upload.onAlarm)(name);
    void safely(means.pause.onAlarm)(name);
    if (name === PACKS_ALARM) void periodicWork();
  });
  void safely(async () => {
    // It holds this install's secret: nothing that runs in a page may read it. Firefox keeps content scripts' access and has no such call.
    await (storage.local as { setAccessLevel?: (level: object) => Promise<void> }).setAccessLevel?.({
      accessLevel: 'TRUSTED_CONTEXTS',
    });
    if (!(await alarms.get(PACKS_ALARM))) alarms.create(PACKS_ALARM, { periodInMinutes: REFRESH_PERIOD_MINUTES });
    await means.pause.resume();
    await means.upload.resume();
    await prune();
  })();
});
