import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Arriving } from '../../src/friction/fact.ts';
import { createAsk, isUnanswered } from '../../src/messaging/ask.ts';
import type { ToPage } from '../../src/messaging/messages.ts';
import { guard } from '../../src/runtime/guard.ts';
import { childOf, on } from '../../src/runtime/lifetime.ts';
import { watchAddress } from '../../src/runtime/watch-address.ts';
import { watchDocument } from '../../src/runtime/watch-document.ts';
import { browser } from './api.ts';
import { noticeFriction } from './friction.ts';
import { type Here, leaveHandle, type PageHandle, readHandle } from './handle.ts';

/** The resident script: runs on the policy's apps only, asks what is here, and brings in the overlay when there is something to show. */
export default defineUnlistedScript(() => {
  if (servedFromAbove()) return;
  const earlier = readHandle();
  if (earlier) earlier.renew();
  else start();
});

/** A frame of the same origin belongs to the page around it, whose script reaches into it. */
function servedFromAbove(): boolean {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

function start(): void {
  const life = new AbortController();
  const safely = guard((fault) => console.debug('[cairn]', fault));
  const ask = createAsk((message) => browser.runtime.sendMessage(message));
  const overlays: Parameters<PageHandle['attach']>[0][] = [];
  const brought = { is: false };
  const noticing = { life: null as AbortController | null, moved: (_: Arriving) => {} };
  const errors = { channel: `c-${crypto.randomUUID()}`, isOpen: false };

  const renew = safely(async () => {
    const arrival = await ask('arrive', {});
    if (isUnanswered(arrival) || !arrival.here) leave();
    else await settle(arrival);
  });

  async function settle(here: Here): Promise<void> {
    handle.here = here;
    notice(here.switches.friction);
    if (overlays.length > 0) for (const overlay of overlays) overlay.renew(here);
    else if (here.guides.length > 0 || (here.switches.feedback && window === window.top)) await bring();
  }

  /** Switched off or paused, no listener stays. */
  function notice(isWanted: boolean): void {
    if (isWanted === (noticing.life !== null)) return;
    noticing.life?.abort();
    noticing.life = isWanted ? childOf(life.signal) : null;
    noticing.moved = noticing.life ? noticeFriction({ ask, lifetime: noticing.life.signal, isOn, errors, nameOf }) : () => {};
  }

  async function bring(): Promise<void> {
    if (brought.is) return;
    brought.is = true;
    const done = await ask('bring', {});
    brought.is = !isUnanswered(done) && done.ok;
  }

  const isOn = () => handle.here.switches.friction;

  /** The locator names controls; it comes with the overlay. */
  async function nameOf(element: Element) {
    await bring();
    return overlays[0]?.nameControl(element);
  }

  function leave(): void {
    browser.runtime.onMessage.removeListener(hear);
    life.abort();
  }

  const hear = (message: unknown): undefined => {
    const told = (message as Partial<ToPage> | null)?.cairn;
    if (told === 'changed') void renew();
    if (told === 'leave') leave();
    if (told === 'walk') follow(message as ToPage & { cairn: 'walk' });
    if (told === 'focus') for (const overlay of overlays) overlay.takeFocus();
  };

  function follow({ app, by, running, shown }: ToPage & { cairn: 'walk' }): void {
    if (handle.here?.app.id === app) for (const overlay of overlays) overlay.followed({ by, running, shown });
  }

  const handle: PageHandle = {
    lifetime: life.signal,
    ask,
    here: undefined as never,
    renew: () => void renew(),
    attach: (overlay) => {
      overlays.push(overlay);
    },
  };
  leaveHandle(handle);
  browser.runtime.onMessage.addListener(hear);
  watchAddress(window, life.signal, (by) => {
    noticing.moved(by);
    for (const overlay of overlays) overlay.moved();
  });
  watchDocument(document, life.signal, () => {
    leave();
    start();
  });
  // A page that the browser kept whole, and shows again at the way back, begins no script.
  on(
    window,
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      noticing.moved('load');
      void renew();
    },
    life.signal,
  );
  void renew();
}
