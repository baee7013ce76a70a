import type { Ask } from '../../messaging/ask.ts';

/** Has the overlay script injected into this frame, once; asked for again only if that failed. */
export function createOverlayLoader(ask: Ask): () => Promise<void> {
  let isLoaded = false;
  return async () => {
    if (isLoaded) return;
    isLoaded = true;
    isLoaded = (await ask('overlay.inject', {})).ok;
  };
}
