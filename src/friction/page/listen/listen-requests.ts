import { observe } from '../../../runtime/lifetime.ts';
import { createNoiseFilter } from '../noise-filter.ts';
import type { ListenerContext, PageWindow } from './listener-context.ts';

/** Requests that an app makes for its work. Images and beacons are as often those of a tracker. */
const APP_REQUEST_TYPES = /^(fetch|xmlhttprequest|script|iframe|event-source|audio)$/;
/** When the person has done nothing for this long, requests are the page's own. */
const AMBIENT_AFTER_MS = 1000;
const MAX_PATH_CHARS = 300;

/**
 * Emits requests as the browser's own timeline reports them when they have ended; nothing of the page is patched. An address that the
 * page requests again and again on its own is polling, and no response, unless the click itself requested it.
 */
export function listenRequests(view: PageWindow, context: ListenerContext): void {
  const noise = createNoiseFilter<typeof view>();
  const { timeOrigin } = view.performance;

  function emitRequest(entry: PerformanceResourceTiming): void {
    if (!APP_REQUEST_TYPES.test(entry.initiatorType)) return;
    const at = timeOrigin + entry.startTime;
    const end = timeOrigin + entry.responseEnd;
    const path = entry.name.replace(/[?#].*$/s, '').slice(0, MAX_PATH_CHARS);
    const isCaused = context.cause.covers(at);
    if (isCaused || !noise.isNoise(view, path, at)) context.emit({ is: 'request', at, end });
    if (!isCaused && at - context.lastInput.actedAt > AMBIENT_AFTER_MS) noise.note(view, path, at);
    if (isFailure(entry.responseStatus) && entry.name.startsWith(view.location.origin))
      context.emit({ is: 'error', at: end, by: 'request' });
  }

  const emitRequests = (list: PerformanceObserverEntryList) => {
    for (const entry of list.getEntries()) emitRequest(entry as PerformanceResourceTiming);
  };
  observe(view.PerformanceObserver, emitRequests, context.lifetime, (observer) => observer.observe({ type: 'resource' }));
}

/** 401, 409 and 422 are answers: sign in, somebody else was first, this field is wrong. */
const isFailure = (status: number): boolean => status >= 500 || (status >= 400 && ![401, 409, 422].includes(status));
