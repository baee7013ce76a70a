import { observe } from '../../runtime/lifetime.ts';
import { createNoise } from '../noise.ts';
import type { Ear } from './ear.ts';

/** What an app asks of a server. Images and beacons are as often a tracker's. */
const asked = /^(fetch|xmlhttprequest|script|iframe|event-source|audio)$/;
const QUIET = 1000;

/**
 * Requests, by the browser's own timeline: nothing of the page's is patched. An entry comes when its request has ended. An address
 * that is asked again and again by itself is polling, and no answer, unless the click itself asked.
 */
export function listenRequests(view: Window & typeof globalThis, ear: Ear): void {
  const noise = createNoise<typeof view>();
  const origin = view.performance.timeOrigin;

  function hear(entry: PerformanceResourceTiming): void {
    const at = origin + entry.startTime;
    const end = origin + entry.responseEnd;
    const path = entry.name.replace(/[?#].*$/s, '').slice(0, 300);
    const caused = ear.cause.covers(at);
    if (asked.test(entry.initiatorType)) {
      if (caused || !noise.is(view, path, at)) ear.emit({ is: 'request', at, end });
      if (!caused && at - ear.last.deed > QUIET) noise.note(view, path, at);
      if (hasFailed(entry.responseStatus) && entry.name.startsWith(view.location.origin))
        ear.emit({ is: 'trouble', at: end, by: 'request' });
    }
  }
  const observer = new view.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) hear(entry as PerformanceResourceTiming);
  });
  observe(observer, ear.lifetime, () => observer.observe({ type: 'resource' }));
}

/** 401, 409 and 422 are answers: sign in, somebody else was first, this field is wrong. */
export const hasFailed = (status: number): boolean => status >= 500 || (status >= 400 && ![401, 409, 422].includes(status));
