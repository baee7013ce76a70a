import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchDocumentRewrite } from '../../src/dom/watch-document-rewrite.ts';
import { watchUrl } from '../../src/dom/watch-url.ts';
import type { NavigationKind } from '../../src/friction/facts.ts';
import { createAsk } from '../../src/messaging/ask.ts';
import type { PageMessage } from '../../src/messaging/messages.ts';
import { browser, sendMessage } from '../../src/page/extension-api.ts';
import { type PageContext, type PageHandle, publishHandle, readHandle } from '../../src/page/page-handle.ts';
import { reportFriction } from '../../src/page/resident/report-friction.ts';
import { childLifetime, createGuardedLifetime, guarded, on, onAbort } from '../../src/runtime/lifetime.ts';

/** The resident script: runs on the policy's apps only, asks what is here, and brings in the overlay when there is something to show. */
export default defineUnlistedScript(() => {
  if (isServedByParent()) return;
  const earlier = readHandle();
  if (earlier) earlier.renew();
  else startResident();
});

/** A frame of the same origin belongs to the page around it, whose script reaches into it. */
function isServedByParent(): boolean {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

function startResident(): void {
  const life = createGuardedLifetime({
    report: (error) => console.debug('[cairn]', error),
    isContextValid: () => browser.runtime.id !== undefined,
  });
  const ask = createAsk((message) => sendMessage(message, life.signal));
  const overlays: Parameters<PageHandle['attach']>[0][] = [];
  const brought = { is: false };
  const noticing = { life: null as AbortController | null, moved: (_: NavigationKind) => {} };
  const errors = { channel: `c-${crypto.randomUUID()}`, isOpen: false };

  const renew = guarded(life.signal, async () => {
    const arrival = await ask('arrive', {});
    if (!arrival.ok) leave();
    else await apply(arrival);
  });

  async function apply(here: PageContext): Promise<void> {
    handle.context = here;
    switchFriction(here.switches.friction);
    if (overlays.length > 0) for (const overlay of overlays) overlay.renew(here);
    else if (here.guides.length > 0 || (here.switches.feedback && window === window.top)) await loadOverlay();
  }

  /** Switched off or paused, no listener stays. */
  function switchFriction(isEnabled: boolean): void {
    if (isEnabled === (noticing.life !== null)) return;
    noticing.life?.abort();
    noticing.life = isEnabled ? childLifetime(life.signal) : null;
    noticing.moved = noticing.life ? reportFriction({ ask, lifetime: noticing.life.signal, isOn, errors, nameOf }) : () => {};
  }

  async function loadOverlay(): Promise<void> {
    if (brought.is) return;
    brought.is = true;
    brought.is = (await ask('overlay.inject', {})).ok;
  }

  const isOn = () => handle.context.switches.friction;

  /** The locator names controls; it comes with the overlay. */
  async function nameOf(element: Element) {
    await loadOverlay();
    return overlays[0]?.nameControl(element);
  }

  const leave = () => life.abort();

  const receive = guarded(life.signal, (message: unknown): undefined => {
    const kind = (message as Partial<PageMessage> | null)?.cairn;
    if (kind === 'changed') void renew();
    if (kind === 'leave') leave();
    if (kind === 'walk') follow(message as PageMessage & { cairn: 'walk' });
    if (kind === 'focus') for (const overlay of overlays) overlay.takeFocus();
  });

  function follow({ app, frameId, progress, presenting }: PageMessage & { cairn: 'walk' }): void {
    if (handle.context?.app.id === app) for (const overlay of overlays) overlay.followed({ frameId, progress, presenting });
  }

  const handle: PageHandle = {
    lifetime: life.signal,
    ask,
    context: undefined as never,
    renew: () => void renew(),
    attach: (overlay) => {
      overlays.push(overlay);
    },
  };
  publishHandle(handle);
  browser.runtime.onMessage.addListener(receive);
  onAbort(life.signal, () => browser.runtime.onMessage.removeListener(receive));
  watchUrl(window, life.signal, (by) => {
    noticing.moved(by);
    for (const overlay of overlays) overlay.moved();
  });
  watchDocumentRewrite(document, life.signal, () => {
    leave();
    startResident();
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
