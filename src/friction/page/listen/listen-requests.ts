import { observe } from '../../../runtime/lifetime.ts';
import type { ListenerContext, PageWindow } from './listener-context.ts';
import { timeIn } from './now.ts';

/** Requests that an app makes for its work. Images and beacons are as often those of a tracker. */
const APP_REQUEST_TYPES = /^(fetch|xmlhttprequest|script|iframe|event-source|audio)$/;
/** Of these, the ones that can send something. */
const SENDING_TYPES = /^(fetch|xmlhttprequest)$/;
const MAX_PATH_CHARS = 300;
/** A host that has answered the app this often belongs to it. */
const OWN_AFTER_ANSWERS = 2;

/**
 * Emits requests as the browser's own timeline reports them when they have ended; nothing of the page is patched. An address that the
 * page requests again and again on its own is polling, and no response, unless the click itself requested it; nor is its failure an error.
 */
export function listenRequests(view: PageWindow, context: ListenerContext): void {
  const { noise, cause } = context;
  const isOwnHost = createHostMemory(view, context);

  function emitRequest(entry: PerformanceResourceTiming): void {
    if (!APP_REQUEST_TYPES.test(entry.initiatorType)) return;
    const [at, end] = [timeIn(view, entry.startTime), timeIn(view, entry.responseEnd)];
    const path = entry.name.replace(/[?#].*$/s, '').slice(0, MAX_PATH_CHARS);
    const isOwn = isOwnHost(entry);
    const isSending = isOwn && SENDING_TYPES.test(entry.initiatorType) && entry.responseStatus > 0;
    if (noise.isNews(view, path, at))
      context.emit({
        ...{ is: 'request', at, end },
        ...(isSending && { outcome: entry.responseStatus >= 400 ? 'refused' : 'accepted' }),
        ...(entry.name.includes('?') && { hasQuery: true }),
        ...(cause.covers(at) && { own: true }),
      });
    if (isFailure(entry.responseStatus) && isOwn && noise.isNewError(view, `request ${path}`, at))
      context.emit({ is: 'error', at: end, by: 'request' });
  }

  const emitRequests = (list: PerformanceObserverEntryList) => {
    for (const entry of list.getEntries()) emitRequest(entry as PerformanceResourceTiming);
  };
  observe(view.PerformanceObserver, emitRequests, context.lifetime, (observer) => observer.observe({ type: 'resource' }));
}

/**
 * Is the host of a request the app's: the page's own at any port, one of its other origins, or one that has answered it before? A tracker
 * that a person's browser or network blocks has never answered.
 */
function createHostMemory(view: PageWindow, { isAppOrigin }: ListenerContext): (entry: PerformanceResourceTiming) => boolean {
  const answers = new Map<string, number>();
  return ({ name, initiatorType, responseStatus }) => {
    if (!/^https?:/.test(name)) return false;
    const { origin, hostname } = new URL(name);
    if (hostname === view.location.hostname || isAppOrigin(origin)) return true;
    const count = answers.get(origin) ?? 0;
    const isAnswer = SENDING_TYPES.test(initiatorType) && responseStatus >= 200 && responseStatus < 400;
    if (isAnswer) answers.set(origin, count + 1);
    return count >= OWN_AFTER_ANSWERS;
  };
}

/** 401, 409 and 422 are answers: sign in, somebody else was first, this field is wrong. */
const isFailure = (status: number): boolean => status >= 500 || (status >= 400 && ![401, 409, 422].includes(status));
