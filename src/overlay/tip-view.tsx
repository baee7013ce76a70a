import { useRef } from 'preact/hooks';
import type { OverlayActs, PlacedTip, Say } from './overlay-state.ts';
import { tipKey } from './overlay-state.ts';
import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { usePlaced } from './use-placed.ts';

interface TipProps {
  placed: PlacedTip;
  open: boolean;
  say: Say;
  acts: OverlayActs;
}

/** A tip: a beacon beside its control, and a card that opens from it by hover, focus and Enter, or a click. */
export function TipView({ placed: { tip, beside }, open, say, acts }: TipProps) {
  const beacon = useRef<HTMLButtonElement>(null);
  usePlaced(beacon, beside, 'right-start', 4);
  const close = () => {
    acts.closeTip();
    beacon.current?.focus({ preventScroll: true });
  };
  return (
    <>
      <button
        ref={beacon}
        type="button"
        class="beacon"
        aria-expanded={open}
        aria-label={say('tipBeacon', tip.title.words)}
        onClick={trusted(() => (open ? acts.closeTip() : acts.openTip(tipKey(tip))))}
        onPointerEnter={trusted<PointerEvent>((event) => event.pointerType === 'mouse' && acts.openTip(tipKey(tip)))}
      >
        <span class="dot" />
      </button>
      {open && <TipCard tip={tip} beside={beside} say={say} acts={acts} close={close} />}
    </>
  );
}

function TipCard({ tip, beside, say, acts, close }: PlacedTip & { say: Say; acts: OverlayActs; close: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  usePlaced(card, beside, 'bottom-start', 10);
  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      aria-label={say('tipName', tip.title.words)}
      lang={tip.title.language}
      dir="auto"
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && close())}
    >
      <h2>{tip.title.words}</h2>
      <div class="body" lang={tip.body.language} dir="auto">
        <RichView rich={tip.body.rich} />
      </div>
      {tip.pack.sample && <p class="sample">{say('sample')}</p>}
      <div class="row">
        {tip.opens && (
          <button type="button" class="main" onClick={trusted(() => acts.beginFromTip(tip))}>
            {say('showMeHow')}
          </button>
        )}
        <button type="button" onClick={trusted(close)}>
          {say('close')}
        </button>
        <button type="button" class="quiet" onClick={trusted(() => acts.dismissTip(tip))}>
          {say('dismissTip')}
        </button>
      </div>
    </div>
  );
}
