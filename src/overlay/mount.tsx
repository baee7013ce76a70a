import { render } from 'preact';
import { atEnd } from '../runtime/lifetime.ts';
import { createHost } from './host.ts';
import css from './overlay.css?inline';
import type { OverlayActs, OverlayState, Say } from './overlay-state.ts';
import { OverlayView } from './overlay-view.tsx';

export interface MountOptions {
  document: Document;
  state: OverlayState;
  acts: OverlayActs;
  say: Say;
  lifetime: AbortSignal;
  onGaveWay: () => void;
}

/** Draw the overlay over the page; it is gone without a trace when its lifetime ends. */
export function mountOverlay({ document, state, acts, say, lifetime, onGaveWay }: MountOptions): void {
  const root = createHost({ document, css, lifetime, onGaveWay });
  const ground = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  root.append(ground);
  render(<OverlayView state={state} say={say} acts={acts} />, ground);
  atEnd(lifetime, () => render(null, ground));
}
