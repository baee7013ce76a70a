import { after, childLifetime, observe } from './lifetime.ts';

/** A page that draws no frames, as in a hidden tab, is not waited for longer than this. */
const FRAME_TIMEOUT_MS = 300;

/**
 * Runs `callback` right after the next frame was drawn, unless `signal` ends before. Styles and layout are up to date then, so that reading
 * them costs nothing; at any other time a page that has just changed something would have to work for us. An intersection observer reports
 * its first result at that moment. https://w3c.github.io/IntersectionObserver/#event-loop
 */
export function afterFrame(callback: () => void, signal: AbortSignal): void {
  const waiting = childLifetime(signal);
  const finish = () => {
    if (waiting.signal.aborted) return;
    waiting.abort();
    callback();
  };
  const drawsFrames = typeof IntersectionObserver !== 'undefined' && !document.hidden;
  if (!drawsFrames) {
    finish();
    return;
  }
  observe(IntersectionObserver, finish, waiting.signal, (frames) => frames.observe(document.documentElement));
  after(FRAME_TIMEOUT_MS, finish, waiting.signal);
}
