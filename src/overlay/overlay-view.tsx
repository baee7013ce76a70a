import { useRef } from 'preact/hooks';
import { keyOfGuide } from '../model/pack/guide-key.ts';
import type { Translate } from '../runtime/translate.ts';
import { useLauncher } from './feedback/use-launcher.ts';
import { onlyTrusted } from './host/only-trusted.ts';
import type { OverlayActions, OverlayState } from './overlay-state.ts';
import { TipView } from './tips/tip-view.tsx';
import { CairnLogo } from './ui/cairn-logo.tsx';
import { OfferCard } from './walkthrough/walk-end.tsx';
import { WalkView } from './walkthrough/walk-view.tsx';

interface OverlayProps {
  state: OverlayState;
  t: Translate;
  actions: OverlayActions;
}

/** Everything that is drawn over the page. While a walkthrough runs there are no tips, so that one thing is shown at a time. */
export function OverlayView({ state, t, actions }: OverlayProps) {
  const walk = state.walk.value;
  const content = state.content.presented.value;
  return (
    <>
      {!walk &&
        state.tips.value.map((placed) => (
          <TipView
            key={keyOfGuide(placed.tip)}
            placed={placed}
            open={state.openTip.value === keyOfGuide(placed.tip)}
            t={t}
            actions={actions}
          />
        ))}
      {content && <content.View state={state.content} t={t} actions={content.actions} returnFocus={actions.returnFocus} />}
      {walk && <WalkView state={state} walk={walk} t={t} actions={actions} />}
      {!walk && state.walkOffer.value && <OfferCard guide={state.walkOffer.value} t={t} actions={actions.walk} />}
      {state.feedbackEnabled.value && <Launcher state={state} t={t} actions={actions} />}
      <div class="announcement" role="status" aria-live="polite">
        {state.announcement.value}
      </div>
    </>
  );
}

function Launcher({ state, t, actions }: OverlayProps) {
  const button = useRef<HTMLButtonElement>(null);
  const panel = state.panel.value;
  const panelView = state.panelView.value;
  const launching = useLauncher(button, state.launcherSpot.value, actions.moveLauncher);
  const close = () => {
    actions.closePanel();
    button.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`launcher ${launching.as}`}
        aria-haspopup="dialog"
        aria-expanded={panel.shows !== 'closed'}
        aria-label={t('launcher')}
        title={t('launcher')}
        aria-description={t('moveLauncher')}
        onPointerDown={launching.onPointerDown}
        onKeyDown={launching.onKeyDown}
        onClick={onlyTrusted(() => !launching.wasDragged() && (panel.shows === 'closed' ? actions.openPanel() : close()))}
      >
        <CairnLogo />
      </button>
      {panelView && panel.shows !== 'closed' && (
        <panelView.View state={state} launcherButton={button} t={t} actions={actions} close={close} />
      )}
    </>
  );
}
