import { effect } from '@preact/signals';
import { render } from 'preact';
import { atEnd } from '../runtime/lifetime.ts';
import type { Say } from '../runtime/say.ts';
import contentCss from './content.css?inline';
import { createFocusTurn, type FocusTurn } from './focus-turn.ts';
import { createHost } from './host.ts';
import css from './overlay.css?inline';
import type { OverlayActs, OverlayState } from './overlay-state.ts';
import { OverlayView } from './overlay-view.tsx';
import { withOwnProperties } from './own-properties.ts';
import walkCss from './walk.css?inline';
import { wear } from './wear.ts';

export interface MountOptions {
  document: Document;
  state: OverlayState;
  acts: Omit<OverlayActs, 'giveBack'>;
  say: Say;
  lifetime: AbortSignal;
  onGaveWay: () => void;
}

/** Draw the overlay over the page; it is gone without a trace when its lifetime ends. */
export function mountOverlay({ document, state, acts, say, lifetime, onGaveWay }: MountOptions): FocusTurn {
  const root = createHost({ document, css: withOwnProperties(css + contentCss + walkCss), lifetime, onGaveWay });
  const ground = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  ground.className = 'ground';
  ground.dir = say('direction');
  atEnd(
    lifetime,
    effect(() => wear(ground, state.theme.value)),
  );
  root.append(ground);
  const turn = createFocusTurn(root);
  render(<OverlayView state={state} say={say} acts={{ ...acts, giveBack: turn.giveBack }} />, ground);
  atEnd(lifetime, () => render(null, ground));
  return turn;
}
