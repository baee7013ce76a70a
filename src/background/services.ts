import type { Browser } from 'webextension-polyfill';
import { createLedger } from '../ledger/ledger.ts';
import { watchPolicy } from '../policy/watch-policy.ts';
import { systemClock } from '../runtime/clock.ts';
import { policyHubOf } from '../upload/policy-hub.ts';
import type { ProposalOutbox } from '../upload/proposal-outbox.ts';
import { createUpload } from '../upload/upload.ts';
import { createAppRoutes } from './app-routes.ts';
import { createAppScripts } from './app-scripts.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { createControlDisclosure } from './control-disclosure.ts';
import { followPolicy } from './follow-policy.ts';
import { createHubTables } from './hub-tables.ts';
import { createNameSharing } from './name-sharing.ts';
import { createPackServices } from './pack-services.ts';
import { createPauseControl } from './pause-control.ts';
import { createPersonStore } from './person-store.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { keyValueOf } from './storage/key-value-of.ts';
import type { StoredItems } from './storage/open-storage.ts';

interface ServicesDeps {
  proposals: ProposalOutbox;
  browser: Pick<Browser, 'storage' | 'alarms' | 'runtime' | 'i18n' | 'scripting' | 'tabs'>;
  /** Does the browser take ports in match patterns? */
  hasPortsInPatterns: boolean;
  items: StoredItems;
  lifetime: AbortSignal;
  report: (error: unknown) => void;
}

export interface Services extends BackgroundDeps {
  onRecorded: Recorder['onRecorded'];
}

/** Policy, packs, ledger and upload, made of what the browser offers and of one another. Adds the policy's listener before it returns. */
export function createServices({ browser, hasPortsInPatterns, items, proposals, lifetime, report }: ServicesDeps): Services {
  const { storage, alarms, runtime, i18n } = browser;
  const scripts = createAppScripts({ ...browser, ports: hasPortsInPatterns });
  const kv = keyValueOf({ state: items.uploadState, enrolment: items.enrolment });
  const policyReading = () => watch.current();
  const policy = async () => (await policyReading()).policy;
  const notifyTabs = async () => scripts.apply(await policy());
  const packServices = createPackServices({ browser, items, kv, policy, notifyTabs });
  const { shelf, releaseWatch } = packServices;
  const ledgerKv = keyValueOf({ fallback: items.ledgerFallback, notices: items.ledgerNotices });
  const ledger = createLedger({ name: 'cairn-ledger', indexedDB, clock: systemClock, kv: ledgerKv });
  const upload = createUpload({
    ledger,
    proposals,
    policyHub: async () => policyHubOf(await policy()),
    fetch: (...args) => fetch(...args),
    kv,
    alarms,
    clock: systemClock,
    random: Math.random,
  });
  const disclosure = createControlDisclosure({ shelf, shareName: createNameSharing({ policy, items, clock: systemClock }) });
  const routes = createAppRoutes({ shelf, items, lexicon: disclosure.lexiconOf });
  const pause = createPauseControl({ item: items.pause, alarms, clock: systemClock, onChange: notifyTabs });
  const hubTables = createHubTables({ policy, items, kv });
  const refreshPacks = async () => {
    await packServices.refreshPacks();
    await upload.flush('retry');
  };
  const watch = watchPolicy({
    managed: storage.managed,
    changed: storage.onChanged,
    cache: items.policy,
    lifetime,
    onPolicy: (reading) =>
      void followPolicy({ policy: reading.policy, appliedPolicy: items.appliedPolicy, scripts, refreshPacks }),
  });
  return {
    version: runtime.getManifest().version,
    policyReading,
    policy,
    shelf,
    releaseWatch,
    scripts,
    personStore: createPersonStore(items),
    ledger,
    upload,
    routes,
    ...createRecorder({ ledger, pause, routes, report }),
    pause,
    languages: async () => [...new Set([...(await i18n.getAcceptLanguages()), i18n.getUILanguage()])],
    notifyTabs,
    refreshPacks,
    ...hubTables,
    disclosure,
  };
}
