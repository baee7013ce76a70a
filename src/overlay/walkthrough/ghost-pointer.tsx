import { useRef } from 'preact/hooks';
import { customProperty } from '../host/style-sheet.ts';
import type { GhostProps } from '../overlay-state.ts';
import { usePointerOn } from '../placement/anchored-positions.ts';
import { usePlayback } from './use-playback.ts';

const TEXT_ROLES = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);

/** A pointer of our own that plays the steps over the live page, and touches nothing in it. */
export function GhostPointer({ walk, target, playback, outOfSight, onPlayed }: GhostProps) {
  const ghost = useRef<HTMLDivElement>(null);
  const stage = usePlayback(walk, playback, outOfSight, onPlayed);
  usePointerOn(ghost, target);
  const { anchor, advance } = walk.step;
  const showsTyping = advance.on === 'input' && TEXT_ROLES.has(anchor?.role ?? '');
  return (
    <div ref={ghost} class={`ghost ${stage}`} style={{ [customProperty('speed')]: playback.speed }} aria-hidden="true">
      <span class="wave" />
      <svg viewBox="0 0 24 24" width="30" height="30" aria-hidden="true">
        <path d="M5 2.5v16.2l4.3-3.9 2.9 6.6 3.1-1.4-2.9-6.4 5.9-.4z" />
      </svg>
      {showsTyping && (
        <span class="typing">
          <i />
          <i />
          <i />
        </span>
      )}
    </div>
  );
}
