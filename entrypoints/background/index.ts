import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { createAnswer } from '../../src/messaging/answer.ts';
import type { ToPage } from '../../src/messaging/messages.ts';
import { guard } from '../../src/runtime/guard.ts';
import { createContent } from './content.ts';
import { answerForm } from './form-answers.ts';
import { answerFriction } from './friction-answers.ts';
import { answerLedger } from './ledger-answers.ts';
import { answerOwn } from './own-answers.ts';
import { answerPages } from './page-answers.ts';
import { createPath } from './path.ts';
import { createRemembered } from './remembered.ts';
import { createRunning } from './running.ts';
import { createTargeting } from './targeting.ts';
import { answerTargeting } from './targeting-answers.ts';
import { wire } from './wire.ts';

const packsAlarm = 'cairn-packs';
/** Minutes between looks at the packs and the age of the ledger. */
const round = 15;

/** Every listener is added before the first wait: the browser may have started us for just one of them. */
export default defineBackground(() => {
  const { storage, alarms, runtime, tabs, windows, commands } = browser;
  const safely = guard((fault) => console.error('[cairn]', fault));
  const targeting = createTargeting(wire(new AbortController().signal), storage);
  const content = createContent(targeting.means, storage.local);
  const { means } = content;
  const own = { id: runtime.id, origin: runtime.getURL('') };
  const friction = createPath(means, storage);
  const running = createRunning({
    ...{ kept: means.kept, session: storage.session, tabs, tellAll: means.tellTabs },
    tell: safely((tab: number) => means.scripts.tell(tab, { cairn: 'changed' })),
  });
  const remembered = createRemembered({
    ...{ ...means, local: storage.local },
    forgetting: [targeting.forget, content.forget, friction.forgetWays],
  });
  const answers = {
    ...answerPages(means, content.own, targeting.fitting, running),
    ...answerTargeting(means, targeting, tabs),
    ...content.answers,
    ...answerOwn(means, friction),
    ...answerForm(means, (key) =>
      windows.create({ type: 'popup', url: `${runtime.getURL('words.html')}#${key}`, width: 460, height: 460 }),
    ),
    ...answerLedger(means, remembered, tabs),
    ...answerFriction(means, friction),
  };
  runtime.onMessage.addListener(createAnswer(answers, own, (why) => console.warn('[cairn] refused:', why)) as never);

  if (import.meta.env.FIREFOX)
    tabs.onUpdated.addListener(
      safely(async (tabId, { status }, { url }) => {
        if (status === 'complete') await means.scripts.loaded(await means.policy(), tabId, url);
      }),
    );

  tabs.onRemoved.addListener(safely(running.closed));
  tabs.onActivated.addListener(safely(({ tabId }) => running.looked(tabId)));

  commands.onCommand.addListener(
    safely(async (command, tab) => {
      if (command === 'focus' && tab?.id !== undefined) await tabs.sendMessage(tab.id, { cairn: 'focus' } satisfies ToPage);
    }),
  );

  const prune = async () => means.ledger.prune((await means.policy()).retention.days);
  const look = safely(async () => {
    await means.renew();
    await friction.tick();
    await targeting.tick();
    await prune();
  });
  alarms.onAlarm.addListener(({ name }) => {
    void safely(means.upload.onAlarm)(name);
    void safely(means.pause.onAlarm)(name);
    if (name === packsAlarm) void look();
  });
  void safely(async () => {
    // It holds this install's secret: nothing that runs in a page may read it. Firefox keeps content scripts' access and has no such call.
    await (storage.local as { setAccessLevel?: (level: object) => Promise<void> }).setAccessLevel?.({
      accessLevel: 'TRUSTED_CONTEXTS',
    });
    if (!(await alarms.get(packsAlarm))) alarms.create(packsAlarm, { periodInMinutes: round });
    await means.pause.resume();
    await means.upload.resume();
    await prune();
  })();
});
