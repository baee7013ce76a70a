import { effect } from '@preact/signals';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import { onAbort } from '../../runtime/lifetime.ts';
import type { PageHandle } from '../page-handle.ts';

interface ModesLoaderDeps extends Pick<PageHandle, 'load'> {
  state: Pick<OverlayState, 'walk' | 'playbackViews'>;
  lifetime: AbortSignal;
}

/** What shows a walkthrough, or does its steps, is injected once the person asks for it. */
export function loadModes({ state, load, lifetime }: ModesLoaderDeps): void {
  const start = async () => {
    state.playbackViews.value = (await load('modes'))?.views ?? null;
  };
  onAbort(
    lifetime,
    effect(() => {
      if ((state.walk.value?.mode ?? 'guide') !== 'guide' && !state.playbackViews.peek()) void start();
    }),
  );
}
