import { observe } from '../../../runtime/lifetime.ts';
import { createNoiseFilter } from '../noise-filter.ts';
import type { ListenerContext } from './listener-context.ts';

/** What an app asks of a server. Images and beacons are as often a tracker's. */
const APP_REQUEST_TYPES = /^(fetch|xmlhttprequest|script|iframe|event-source|audio)$/;
const AMBIENT_AFTER_MS = 1000;

/**
 * Requests, by the browser's own timeline: nothing of the page's is patched. An entry comes when its request has ended. An address
 * that is asked again and again by itself is polling, and no answer, unless the click itself asked.
 */
export function listenRequests(view: Window & typeof globalThis, context: ListenerContext): void {
  const noise = createNoiseFilter<typeof view>();
  const origin = view.performance.timeOrigin;

  function emitRequest(entry: PerformanceResourceTiming): void {
    const at = origin + entry.startTime;
    const end = origin + entry.responseEnd;
    const path = entry.name.replace(/[?#].*$/s, '').slice(0, 300);
    const isCaused = context.cause.covers(at);
    if (APP_REQUEST_TYPES.test(entry.initiatorType)) {
      if (isCaused || !noise.isNoise(view, path, at)) context.emit({ is: 'request', at, end });
      if (!isCaused && at - context.lastInput.actedAt > AMBIENT_AFTER_MS) noise.note(view, path, at);
      if (isFailure(entry.responseStatus) && entry.name.startsWith(view.location.origin))
        context.emit({ is: 'trouble', at: end, by: 'request' });
    }
  }
  const emitRequests = (list: PerformanceObserverEntryList) => {
    for (const entry of list.getEntries()) emitRequest(entry as PerformanceResourceTiming);
  };
  observe(view.PerformanceObserver, emitRequests, context.lifetime, (observer) => observer.observe({ type: 'resource' }));
}

/** 401, 409 and 422 are answers: sign in, somebody else was first, this field is wrong. */
export const isFailure = (status: number): boolean => status >= 500 || (status >= 400 && ![401, 409, 422].includes(status));
