import { createGuardedLifetime, on } from '../../runtime/lifetime.ts';
import { contextGuard } from '../context-guard.ts';

/**
 * Runs `start` at once; in a page that the browser renders before the person goes there, when they do: until then nothing of ours runs,
 * counts or advances. https://wicg.github.io/nav-speculation/prerendering.html
 */
export function whenActivated(start: () => void): void {
  if (!(document as { prerendering?: boolean }).prerendering) {
    start();
    return;
  }
  const waiting = createGuardedLifetime(contextGuard);
  on(
    document,
    'prerenderingchange',
    () => {
      waiting.abort();
      start();
    },
    waiting.signal,
  );
}
