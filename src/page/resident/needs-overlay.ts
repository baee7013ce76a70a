import type { PageContext } from '../page-handle.ts';

/**
 * Is there something to show in this frame? A frame of another origin shows tips, and steps once a walkthrough is active. Everything else
 * is shown by the page around it, so most frames stay without the overlay's script, its listeners and its observers.
 */
export function needsOverlay(
  { guides, walk, switches }: Pick<PageContext, 'guides' | 'walk' | 'switches'>,
  isTop: boolean,
): boolean {
  if (walk && !walk.isWithdrawn) return true;
  return isTop ? guides.length > 0 || switches.feedback : guides.some(({ kind }) => kind === 'tip');
}
