import { effect } from '@preact/signals';
import type { OverlayState } from '../../overlay/overlay-state.ts';
import { onAbort } from '../../runtime/lifetime.ts';

interface WatchSuppressionDeps {
  state: OverlayState;
  lifetime: AbortSignal;
  onSuppressed: () => void;
  /** Nothing suppresses prompts, or the guides that fit here have changed meanwhile. */
  onReleased: () => void;
}

/** A walkthrough, or the offer to continue one, takes the place of prompts and checklists; an open checklist takes that of prompts. */
export function watchSuppression({ state, lifetime, onSuppressed, onReleased }: WatchSuppressionDeps): void {
  const { applicableGuides, checklists, promptsSuppressed } = state.content;
  const hasWalkthrough = () => state.walk.value !== null || state.walkOffer.value !== null;
  const isSuppressed = () => hasWalkthrough() || checklists.value.some(({ view }) => view === 'open');

  onAbort(
    lifetime,
    effect(() => {
      promptsSuppressed.value = hasWalkthrough();
      if (isSuppressed()) onSuppressed();
      // After everything that changes at once has changed.
      else if (applicableGuides.value) queueMicrotask(() => !isSuppressed() && onReleased());
    }),
  );
}
