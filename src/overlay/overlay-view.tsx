import { useRef } from 'preact/hooks';
import { guideKey } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import { ContentView } from './content-view.tsx';
import { PanelView } from './feedback-view.tsx';
import type { OverlayActs, OverlayState } from './overlay-state.ts';
import { Stones } from './stones.tsx';
import { TipView } from './tip-view.tsx';
import { trusted } from './trusted.ts';
import { useLauncher } from './use-launcher.ts';
import { OfferCard } from './walk-end.tsx';
import { WalkView } from './walk-view.tsx';

interface OverlayProps {
  state: OverlayState;
  say: Say;
  acts: OverlayActs;
}

/** Everything that is drawn over the page. While a walkthrough runs its tips stay away, so that one thing speaks at a time. */
export function OverlayView({ state, say, acts }: OverlayProps) {
  const walk = state.walk.value;
  return (
    <>
      {!walk &&
        state.tips.value.map((placed) => (
          <TipView
            key={guideKey(placed.tip)}
            placed={placed}
            open={state.openTip.value === guideKey(placed.tip)}
            say={say}
            acts={acts}
          />
        ))}
      <ContentView state={state.content} say={say} acts={acts.content} giveBack={acts.giveBack} />
      {walk && <WalkView state={state} walk={walk} say={say} acts={acts} />}
      {!walk && state.offered.value && <OfferCard guide={state.offered.value} say={say} acts={acts.walk} />}
      {state.feedback.value && <Launcher state={state} say={say} acts={acts} />}
      <div class="said" role="status" aria-live="polite">
        {state.said.value}
      </div>
    </>
  );
}

function Launcher({ state, say, acts }: OverlayProps) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = state.panel.value;
  const launching = useLauncher(button, state.launcher.value, acts.moveLauncher);
  const close = () => {
    acts.closePanel();
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="launcher"
        aria-haspopup="dialog"
        aria-expanded={panel.shows !== 'closed'}
        aria-label={say('launcher')}
        title={say('launcher')}
        aria-description={say('moveLauncher')}
        onPointerDown={launching.onPointerDown}
        onKeyDown={launching.onKeyDown}
        onClick={trusted(() => !launching.wasDragged() && (panel.shows === 'closed' ? acts.openPanel() : close()))}
      >
        <Stones />
      </button>
      {panel.shows !== 'closed' && <PanelView state={state} beside={button} say={say} acts={acts} close={close} />}
    </>
  );
}
