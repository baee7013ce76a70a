import browser from 'webextension-polyfill';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPackShelf } from '../../src/packs/pack-shelf.ts';
import { storeIn } from '../../src/packs/shelf-index.ts';
import { watchPolicy } from '../../src/policy/watch-policy.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { createUpload } from '../../src/upload/upload.ts';
import { createAppScripts } from './app-scripts.ts';
import { followPolicy, renewPacks } from './follow-policy.ts';
import { createKept } from './kept.ts';
import type { Means } from './means.ts';
import { createPackDoor } from './pack-door.ts';
import { createPause } from './pause.ts';
import { createRecord } from './record.ts';
import { valueIn, valuesIn } from './values.ts';

/** Policy, packs, ledger and upload, made of the browser's own means and of one another. Adds the policy's listener before it returns. */
export function wire(lifetime: AbortSignal): Means {
  const { storage, alarms, runtime, i18n } = browser;
  const scripts = createAppScripts({ ...browser, ports: !import.meta.env.FIREFOX });
  const kv = valuesIn(storage.local, 'upload');
  const judged = () => watch.current();
  const policy = async () => (await judged()).policy;
  const shelf = createPackShelf({ store: storeIn(storage.local), policy, fetchPack: createPackDoor(kv, policy) });
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
  const tellTabs = async () => scripts.apply(await policy());
  const pause = createPause({ value: valueIn(storage.local, 'pause'), alarms, clock: systemClock, changed: tellTabs });
  const renew = async () => {
    await renewPacks(shelf, tellTabs);
    await upload.soon('retry');
  };
  const watch = watchPolicy({
    managed: storage.managed,
    changed: storage.onChanged,
    cache: valueIn(storage.local, 'policy'),
    lifetime,
    onPolicy: ({ policy: inForce }) => void followPolicy({ policy: inForce, session: storage.session, scripts, renew }),
  });
  return {
    version: runtime.getManifest().version,
    judged,
    policy,
    shelf,
    scripts,
    kept: createKept(storage.local, storage.session),
    ledger,
    upload,
    record: createRecord({ ledger, upload, pause, noted: () => storage.session.set({ noted: Date.now() }) }),
    pause,
    languages: async () => [...new Set([...(await i18n.getAcceptLanguages()), i18n.getUILanguage()])],
    tellTabs,
    renew,
  };
}
