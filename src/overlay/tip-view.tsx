import { useEffect, useRef } from 'preact/hooks';
import { guideKey } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { OverlayActs, PlacedTip } from './overlay-state.ts';

import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useCardBeside, useOnCorner } from './use-placed.ts';

interface TipProps {
  placed: PlacedTip;
  open: boolean;
  say: Say;
  acts: OverlayActs;
}

/** So long may the pointer be off beacon and card, in milliseconds, before a card that only hovering opened closes. */
const grace = 350;

/** A tip: a beacon beside its control, and a card that opens by hovering, or by a press, and then stays until it is closed. */
export function TipView({ placed: { tip, beside }, open, say, acts }: TipProps) {
  const beacon = useRef<HTMLButtonElement>(null);
  const pinned = useRef(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useOnCorner(beacon, beside);
  useEffect(() => () => clearTimeout(leaving.current), []);
  const enter = trusted<MouseEvent>(() => {
    clearTimeout(leaving.current);
    if (!open) acts.openTip(guideKey(tip));
  });
  const leave = () => {
    clearTimeout(leaving.current);
    if (open && !pinned.current) leaving.current = setTimeout(acts.closeTip, grace);
  };
  const close = () => {
    pinned.current = false;
    acts.closeTip();
    beacon.current?.focus({ preventScroll: true });
  };
  const press = () => {
    if (open && pinned.current) return close();
    pinned.current = true;
    acts.openTip(guideKey(tip));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering is a second way; the button is the first, and what the keyboard uses
    <div
      class="tip"
      // Not the pointer's events: on a page that document.open() wrote anew, Chromium 156 tells at every move that a pointer has entered,
      // and never that it has left. https://html.spec.whatwg.org/#document-open-steps
      onMouseEnter={enter}
      onMouseLeave={leave}
    >
      <button
        ref={beacon}
        type="button"
        class="beacon"
        aria-expanded={open}
        aria-label={say('tipBeacon', tip.title.words)}
        onClick={trusted(press)}
      >
        <span class="dot" />
      </button>
      {open && <TipCard tip={tip} beside={beside} say={say} acts={acts} close={close} />}
    </div>
  );
}

function TipCard({ tip, beside, say, acts, close }: PlacedTip & { say: Say; acts: OverlayActs; close: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  useCardBeside(card, beside, 14);
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
