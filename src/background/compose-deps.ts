import browser from 'webextension-polyfill';
import { createLedger } from '../ledger/ledger.ts';
import { createPackShelf } from '../packs/pack-shelf.ts';
import { storeIn } from '../packs/shelf-index.ts';
import { watchPolicy } from '../policy/watch-policy.ts';
import { systemClock } from '../runtime/clock.ts';
import { createUpload } from '../upload/upload.ts';
import { createAppScripts } from './app-scripts.ts';
import type { BackgroundDeps } from './background-deps.ts';
import { createFetchPackWithAuth } from './fetch-pack-with-auth.ts';
import { followPolicy, refreshPacksAndNotify } from './follow-policy.ts';
import { createPauseControl } from './pause-control.ts';
import { createPersonStore } from './person-store.ts';
import { createRecorder } from './recorder.ts';
import { valueIn, valuesIn } from './values.ts';

/** Policy, packs, ledger and upload, made of the browser's own means and of one another. Adds the policy's listener before it returns. */
export function composeDeps(lifetime: AbortSignal): BackgroundDeps {
  const { storage, alarms, runtime, i18n } = browser;
  const scripts = createAppScripts({ ...browser, ports: !import.meta.env.FIREFOX });
  const kv = valuesIn(storage.local, 'upload');
  const policyReading = () => watch.current();
  const policy = async () => (await policyReading()).policy;
  const shelf = createPackShelf({ store: storeIn(storage.local), policy, fetchPack: createFetchPackWithAuth(kv, policy) });
  const ledger = createLedger({ name: 'cairn-ledger', indexedDB, clock: systemClock, kv: valuesIn(storage.local, 'ledger') });
  const upload = createUpload({
    ledger,
    policyHub: async () => (await policy()).hub,
    fetch: (...given) => fetch(...given),
    kv,
    alarms,
    clock: systemClock,
    random: Math.random,
  });
  const notifyTabs = async () => scripts.apply(await policy());
  const pause = createPauseControl({ value: valueIn(storage.local, 'pause'), alarms, clock: systemClock, onChange: notifyTabs });
  const refreshPacks = async () => {
    await refreshPacksAndNotify(shelf, notifyTabs);
    await upload.flush('retry');
  };
  const watch = watchPolicy({
    managed: storage.managed,
    changed: storage.onChanged,
    cache: valueIn(storage.local, 'policy'),
    lifetime,
    onPolicy: ({ policy: inForce }) => void followPolicy({ policy: inForce, session: storage.session, scripts, refreshPacks }),
  });
  return {
    version: runtime.getManifest().version,
    policyReading,
    policy,
    shelf,
    scripts,
    personStore: createPersonStore(storage.local, storage.session),
    ledger,
    upload,
    record: createRecorder({ ledger, upload, pause, onNewEntry: () => storage.session.set({ noted: Date.now() }) }),
    pause,
    languages: async () => [...new Set([...(await i18n.getAcceptLanguages()), i18n.getUILanguage()])],
    notifyTabs,
    refreshPacks,
  };
}
