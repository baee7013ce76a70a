import { type EntryMemory, NOTHING_ENTERED } from '../../locator/page/name-control.ts';
import { createAsk } from '../../messaging/ask.ts';
import type { PageMessage } from '../../messaging/messages.ts';
import type { StudioMode } from '../../messaging/studio-messages.ts';
import { coveringOrigins } from '../../model/policy/covering-origins.ts';
import { childLifetime, createGuardedLifetime, guarded, onAbort } from '../../runtime/lifetime.ts';
import { createTranslate } from '../../runtime/translate.ts';
import { describeSubject } from '../../studio/recorder/describe-subject.ts';
import { recordPage } from '../../studio/recorder/record-page.ts';
import { contextGuard } from '../context-guard.ts';
import { browser, lookUpMessage, sendMessage } from '../extension-api.ts';
import { readHandle } from '../page-handle.ts';
import { pickControl } from './pick-control.ts';
import { createReportSender } from './report-sender.ts';

const STUDIO_KEY = Symbol.for('cairn.studio');
/** Left in the isolated world by the script that is there first; the page cannot see it. */
const world = globalThis as { [STUDIO_KEY]?: () => void };

/** The studio's script: records what is done in this frame, or lets the person point at a control, as the background says. */
export function startStudio(): void {
  if (world[STUDIO_KEY]) world[STUDIO_KEY]();
  else if (!isServedByParent()) runStudio();
}

/** A frame of the same origin is served by the script of the page around it. */
function isServedByParent(): boolean {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

function runStudio(): void {
  const life = createGuardedLifetime(contextGuard);
  const isTopFrame = window === window.top;
  const ask = createAsk((message) => sendMessage(message, life.signal), isTopFrame);
  const report = createReportSender(ask);
  const t = createTranslate(lookUpMessage);
  let mode: StudioMode = 'off';
  let current: AbortController | undefined;

  const remembered = () => readHandle()?.entries ?? NOTHING_ENTERED;
  /** What the resident script remembers, also where it starts after this one. */
  const entries: EntryMemory = {
    get typed() {
      return remembered().typed;
    },
    get chosen() {
      return remembered().chosen;
    },
    get pressed() {
      return remembered().pressed;
    },
  };

  function apply(next: StudioMode): void {
    if (next === mode) return;
    mode = next;
    current?.abort();
    current = childLifetime(life.signal);
    const lifetime = current.signal;
    if (next === 'record')
      recordPage({
        report,
        entries,
        lifetime,
        isTopFrame,
        isAppOrigin,
        now: Date.now,
        newId: () => crypto.randomUUID().slice(0, 18),
      });
    if (next === 'pick') pickControl({ ask, describe: (element) => describeSubject(element, entries), t, lifetime });
  }

  const renew = guarded(life.signal, async () => {
    const reply = await ask('studio.mode', {});
    if (reply.ok) apply(reply.mode);
    else if (!reply.isUnanswered) apply('off');
  });

  const receive = guarded(life.signal, (message: unknown) => {
    const received = message as Partial<PageMessage & { cairn: 'studio' }> | null;
    if (received?.cairn === 'studio') void renew();
    else if ((received as Partial<PageMessage> | null)?.cairn === 'leave') apply('off');
  });
  browser.runtime.onMessage.addListener(receive as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  onAbort(life.signal, () => {
    delete world[STUDIO_KEY];
  });
  world[STUDIO_KEY] = () => void renew();
  // So early it runs only where recording goes on: what is done before the background answers counts.
  if (document.readyState === 'loading') apply('record');
  void renew();
}

/** Does an origin belong to the app of this page? Not known of a page that the resident script has left: then none does. */
const isAppOrigin = (origin: string): boolean => {
  const { origins = [] } = readHandle()?.context.app ?? {};
  return URL.canParse(origin) && coveringOrigins(new URL(origin)).some((one) => origins.includes(one));
};
