import { useRef } from 'preact/hooks';
import type { WalkOnScreen } from './overlay-state.ts';
import { ownProperty } from './own-properties.ts';
import { useAtMiddle } from './use-placed.ts';
import type { GhostStage } from './use-playback.ts';

const typedIn = new Set(['textbox', 'searchbox', 'combobox', 'spinbutton']);

interface GhostProps {
  walk: WalkOnScreen;
  at: Element | null;
  stage: GhostStage;
  speed: number;
}

/** A pointer of our own that goes over the live page and touches nothing in it. */
export function GhostPointer({ walk, at, stage, speed }: GhostProps) {
  const ghost = useRef<HTMLDivElement>(null);
  useAtMiddle(ghost, at);
  const { anchor, advance } = walk.step;
  const types = advance.on === 'input' && typedIn.has(anchor?.role ?? '');
  return (
    <div ref={ghost} class={`ghost ${stage}`} style={{ [ownProperty('speed')]: speed }} aria-hidden="true">
      <span class="wave" />
      <svg viewBox="0 0 24 24" width="30" height="30" aria-hidden="true">
        <path d="M5 2.5v16.2l4.3-3.9 2.9 6.6 3.1-1.4-2.9-6.4 5.9-.4z" />
      </svg>
      {types && (
        <span class="typing">
          <i />
          <i />
          <i />
        </span>
      )}
    </div>
  );
}
