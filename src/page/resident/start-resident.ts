import { watchDocumentRewrite } from '../../dom/watch-document-rewrite.ts';
import { watchUrl } from '../../dom/watch-url.ts';
import { whenSettled } from '../../dom/when-settled.ts';
import { createAsk } from '../../messaging/ask.ts';
import type { PageMessage } from '../../messaging/messages.ts';
import { coveringOrigins } from '../../model/policy/covering-origins.ts';
import { createGuardedLifetime, guarded, on, onAbort } from '../../runtime/lifetime.ts';
import { contextGuard } from '../context-guard.ts';
import { browser, sendMessage } from '../extension-api.ts';
import { type AttachedOverlay, type PageContext, type PageHandle, publishHandle, readHandle } from '../page-handle.ts';
import { coalesce } from './coalesce.ts';
import { endWithExtension } from './end-with-extension.ts';
import { createFrictionSwitch } from './friction-switch.ts';
import { needsOverlay } from './needs-overlay.ts';
import { createPageScripts } from './page-scripts.ts';
import { rememberEntries } from './remember-entries.ts';
import { whenActivated } from './when-activated.ts';

/** As much of an address as the background takes. */
const MAX_URL_LENGTH = 10_000;

/** The resident script: asks the background what is here, and loads the overlay once there is something to show. */
export function startResident(): void {
  if (isServedByParent()) return;
  whenActivated(() => {
    const earlier = readHandle();
    if (earlier) {
      earlier.renew();
      return;
    }
    runResident();
  });
}

/** A frame of the same origin is served by the script of the page around it. */
function isServedByParent(): boolean {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

function runResident(): void {
  const life = createGuardedLifetime(contextGuard);
  endWithExtension(life.signal);
  const ask = createAsk((message) => sendMessage(message, life.signal), window === window.top);
  const scripts = createPageScripts(ask);
  const overlay = () => scripts.loaded('overlay');
  const friction = createFrictionSwitch({
    ...{ ask, lifetime: life.signal, isEnabled: () => handle.context.switches.friction },
    load: () => scripts.load('friction'),
    observe: async (element) => (await scripts.load('naming'))?.observeControl(element),
    isAppOrigin: (origin) => coveringOrigins(new URL(origin)).some((one) => handle.context.app.origins.includes(one)),
  });

  const renew = guarded(
    life.signal,
    coalesce(async () => {
      const arrival = await ask('arrive', { url: location.href.slice(0, MAX_URL_LENGTH) });
      if (arrival.ok) await apply(arrival);
      // Nobody answers while the worker restarts; what was heard before stays true.
      else if (!arrival.isUnanswered || !handle.context) leave();
    }),
  );

  async function apply(context: PageContext): Promise<void> {
    handle.context = context;
    friction.set(context.switches.friction);
    overlay()?.renew(context);
    if (overlay() || !isOverlayNeeded()) return;
    settled ??= new Promise((done) => whenSettled(document, life.signal, done));
    void settled.then(loadOverlay);
  }

  let settled: Promise<void> | undefined;
  const isOverlayNeeded = () => needsOverlay(handle.context, window === window.top);
  /** What is needed may have changed while the page settled. */
  const loadOverlay = guarded(life.signal, () => {
    if (isOverlayNeeded()) void scripts.load('overlay');
  });

  /** As the overlay itself, what the person opens from outside waits until the page has settled. */
  const open = (guide: string | null) =>
    void Promise.resolve(settled)
      .then(() => scripts.load('overlay'))
      .then((loaded) => loaded?.open(guide));
  const leave = () => life.abort();
  const receive = guarded(life.signal, createReceiver({ renew, leave, overlay, open, app: () => handle.context?.app.id }));
  const handle: PageHandle = {
    lifetime: life.signal,
    ask,
    context: undefined as never,
    entries: rememberEntries(window, life.signal),
    renew: () => void renew(),
    provide: scripts.provide,
    load: scripts.load,
  };
  publishHandle(handle);
  browser.runtime.onMessage.addListener(receive);
  onAbort(life.signal, () => browser.runtime.onMessage.removeListener(receive));
  watchPage({ friction, overlay, renew, leave, lifetime: life.signal });
  void renew();
}

interface ReceiverDeps {
  renew: () => void;
  leave: () => void;
  overlay: () => AttachedOverlay | undefined;
  open: (guide: string | null) => void;
  /** Id of the app that this page belongs to, once it is known. */
  app: () => string | undefined;
}

/** Answers no message, so that the browser keeps no channel open. */
function createReceiver({ renew, leave, overlay, open, app }: ReceiverDeps) {
  return (message: unknown): undefined => {
    const received = message as Partial<PageMessage> | null;
    switch (received?.cairn) {
      case 'changed':
        renew();
        return;
      case 'leave':
        leave();
        return;
      case 'focus':
        overlay()?.takeFocus();
        return;
      case 'closePanel':
        overlay()?.closePanel();
        return;
      case 'judgeForm':
        overlay()?.judgeForm((received as PageMessage & { cairn: 'judgeForm' }).key);
        return;
      case 'open':
        open((received as PageMessage & { cairn: 'open' }).guide);
        return;
      case 'walk': {
        const { cairn: _cairn, app: sender, ...walk } = received as PageMessage & { cairn: 'walk' };
        if (sender !== app()) return;
        overlay()?.receiveWalk(walk);
        // A frame that had nothing to show may hold the control of the step.
        if (!overlay() && walk.progress) renew();
      }
    }
  };
}

interface WatchPageDeps extends Pick<ReceiverDeps, 'renew' | 'leave' | 'overlay'> {
  friction: ReturnType<typeof createFrictionSwitch>;
  lifetime: AbortSignal;
}

function watchPage({ friction, overlay, renew, leave, lifetime }: WatchPageDeps): void {
  watchUrl(window, lifetime, (by) => {
    friction.moved(by);
    overlay()?.urlChanged();
    renew();
  });
  watchDocumentRewrite(document, lifetime, () => {
    leave();
    runResident();
  });
  // A page that comes back from the browser's back/forward cache starts no script.
  on(
    window,
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      friction.moved('load');
      renew();
    },
    lifetime,
  );
}
