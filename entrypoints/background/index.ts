import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createAnswer } from '../../src/messaging/answer.ts';
import type { ToPage } from '../../src/messaging/messages.ts';
import { createPackShelf } from '../../src/packs/pack-shelf.ts';
import { storeIn } from '../../src/packs/shelf-index.ts';
import { watchPolicy } from '../../src/policy/watch-policy.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { createUpload } from '../../src/upload/upload.ts';
import { createAppScripts } from './app-scripts.ts';
import { followPolicy, renewPacks } from './follow-policy.ts';
import { createKept } from './kept.ts';
import type { Means } from './means.ts';
import { answerOwn } from './own-answers.ts';
import { createPackDoor } from './pack-door.ts';
import { answerPages } from './page-answers.ts';
import { createRecord } from './record.ts';
import { valueIn, valuesIn } from './values.ts';

const packsAlarm = 'cairn-packs';
/** Minutes between looks at the packs and the age of the ledger. */
const round = 15;

/** Wires policy, packs, ledger and upload together and answers messages. Every listener is added before the first wait. */
export default defineBackground(() => {
  const { storage, alarms, runtime, tabs } = browser;
  const ever = new AbortController().signal;
  const scripts = createAppScripts({ ...browser, ports: !import.meta.env.FIREFOX });
  const kv = valuesIn(storage.local, 'upload');
  const judged = () => watch.current();
  const policy = async () => (await judged()).policy;
  const shelf = createPackShelf({ store: storeIn(storage.local), policy, fetchPack: createPackDoor(kv, policy) });
  const ledger = createLedger({ name: 'cairn-ledger', indexedDB, clock: systemClock });
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
  const renew = () => renewPacks(shelf, tellTabs);
  const watch = watchPolicy({
    managed: storage.managed,
    changed: storage.onChanged,
    cache: valueIn(storage.local, 'policy'),
    lifetime: ever,
    onPolicy: ({ policy: inForce }) => void followPolicy({ policy: inForce, session: storage.session, scripts, renew }),
  });

  const means: Means = {
    version: runtime.getManifest().version,
    judged,
    policy,
    shelf,
    scripts,
    kept: createKept(storage.local, storage.session),
    ledger,
    upload,
    record: createRecord(ledger, upload),
    languages: async () => [...new Set([browser.i18n.getUILanguage(), ...(await browser.i18n.getAcceptLanguages())])],
    tellTabs,
    renew,
  };
  const own = { id: runtime.id, origin: runtime.getURL('') };
  const answer = createAnswer({ ...answerPages(means), ...answerOwn(means) }, own, (why) =>
    console.warn('[cairn] refused:', why),
  );
  runtime.onMessage.addListener(answer as never);
  if (import.meta.env.FIREFOX)
    tabs.onUpdated.addListener(async (tabId, { status }, { url }) => {
      if (status === 'complete') await scripts.loaded(await policy(), tabId, url);
    });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'focus' && tab?.id !== undefined)
      void tabs.sendMessage(tab.id, { cairn: 'focus' } satisfies ToPage).catch(() => undefined);
  });
  alarms.onAlarm.addListener(({ name }) => {
    void upload.onAlarm(name);
    if (name === packsAlarm) void renew().then(async () => ledger.prune((await policy()).retention.days));
  });
  void alarms.get(packsAlarm).then(async (set) => void (set ?? (await alarms.create(packsAlarm, { periodInMinutes: round }))));
  void upload.resume();
});
