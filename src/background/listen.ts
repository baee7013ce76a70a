import type { Browser } from 'webextension-polyfill';
import type { PageMessage } from '../messaging/messages.ts';
import type { Guard } from '../runtime/guard.ts';
import type { JourneyTracker } from './journey-tracker.ts';
import type { Services } from './services.ts';
import type { Studio } from './studio/studio.ts';
import type { Targeting } from './targeting.ts';
import type { WalkSession } from './walk/walk-session.ts';

interface ListenDeps {
  browser: Pick<Browser, 'storage' | 'alarms' | 'tabs' | 'commands'>;
  hasPortsInPatterns: boolean;
  services: Services;
  journeys: Pick<JourneyTracker, 'tick'>;
  targeting: Pick<Targeting, 'tick'>;
  walkSession: WalkSession;
  studio: Pick<Studio, 'learnProposals' | 'updateBadge'>;
  wrap: Guard['wrap'];
}

const PERIODIC_ALARM = 'cairn-packs';
/** How often packs are fetched, journeys and stages looked at, and old entries deleted. */
const PERIOD_MINUTES = 15;

/** Listens to tabs, alarms and commands, and does what is due at a start. Every listener is added before this returns. */
export function listen({
  browser,
  hasPortsInPatterns,
  services,
  journeys,
  targeting,
  walkSession,
  studio,
  wrap,
}: ListenDeps): void {
  const { storage, alarms, tabs, commands } = browser;
  const { policy, ledger, upload, pause, scripts, refreshPacks, refreshTables, releaseWatch } = services;

  if (!hasPortsInPatterns)
    tabs.onUpdated.addListener(
      wrap(async (tabId, { status }, { url }) => {
        if (status === 'complete') await scripts.pageLoaded(await policy(), tabId, url);
      }),
    );
  tabs.onRemoved.addListener(wrap(walkSession.tabClosed));
  tabs.onActivated.addListener(wrap(({ tabId }) => walkSession.tabActivated(tabId)));
  commands.onCommand.addListener(
    wrap(async (command, tab) => {
      if (command === 'focus' && tab?.id !== undefined) await tabs.sendMessage(tab.id, { cairn: 'focus' } satisfies PageMessage);
    }),
  );

  const prune = async () => ledger.prune((await policy()).retention.days);
  const periodicWork = wrap(async () => {
    await refreshPacks();
    await refreshTables();
    await studio.learnProposals();
    await journeys.tick();
    await targeting.tick();
    await prune();
  });
  alarms.onAlarm.addListener(({ name }) => {
    void wrap(upload.onAlarm)(name);
    void wrap(pause.onAlarm)(name);
    void wrap(releaseWatch.onAlarm)(name);
    if (name === PERIODIC_ALARM) void periodicWork();
  });

  void wrap(async () => {
    await hideFromPages(storage.local);
    if (!(await alarms.get(PERIODIC_ALARM))) alarms.create(PERIODIC_ALARM, { periodInMinutes: PERIOD_MINUTES });
    await pause.resume();
    await upload.resume();
    await releaseWatch.schedule();
    await prune();
    await studio.updateBadge();
  })();
}

/**
 * `storage.local` holds this install's secret, which nothing that runs in a page may read. Firefox leaves content scripts their access
 * and has no such call. https://developer.chrome.com/docs/extensions/reference/api/storage#method-StorageArea-setAccessLevel
 */
async function hideFromPages(local: object): Promise<void> {
  const area = local as { setAccessLevel?: (level: object) => Promise<void> };
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
