import { useRef } from 'preact/hooks';
import { guideKey } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { OverlayActs, PlacedTip } from './overlay-state.ts';

import { RichView } from './rich-view.tsx';
import { trusted } from './trusted.ts';
import { useCardBeside, useOnCorner, useUnder } from './use-placed.ts';
import { useTipOpening } from './use-tip-opening.ts';

interface TipProps {
  placed: PlacedTip;
  open: boolean;
  say: Say;
  acts: OverlayActs;
}

/** A tip: a mark on its control, a beacon or an underline, and a card that opens from it. */
export function TipView({ placed: { tip, beside }, open, say, acts }: TipProps) {
  const mark = useRef<HTMLButtonElement>(null);
  const isLine = tip.mark === 'underline';
  const opening = useTipOpening({
    mark,
    control: isLine ? beside : null,
    isOpen: open,
    open: () => acts.openTip(guideKey(tip)),
    close: acts.closeTip,
  });
  useOnCorner(mark, isLine ? null : beside);
  useUnder(mark, isLine ? beside : null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering is a second way; the button is the first, and what the keyboard uses
    <div
      class="tip"
      // Not the pointer's events: on a page that document.open() wrote anew, Chromium 156 tells at every move that a pointer has entered,
      // and never that it has left. https://html.spec.whatwg.org/#document-open-steps
      onMouseEnter={opening.enter}
      onMouseLeave={opening.leave}
      onFocusOut={opening.blur}
      onKeyDown={trusted<KeyboardEvent>((event) => event.key === 'Escape' && open && opening.close())}
    >
      <button
        ref={mark}
        type="button"
        class={isLine ? 'underline' : 'beacon'}
        aria-expanded={open}
        aria-label={say('tipBeacon', tip.title.words)}
        onFocus={opening.focus}
        onClick={opening.press}
      >
        <span class={isLine ? 'line' : 'dot'} />
      </button>
      {open && <TipCard tip={tip} beside={beside} say={say} acts={acts} close={opening.close} />}
    </div>
  );
}

function TipCard({ tip, beside, say, acts, close }: PlacedTip & { say: Say; acts: OverlayActs; close: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  useCardBeside(card, beside, 14);
  return (
    <div ref={card} class="card" role="dialog" aria-label={say('tipName', tip.title.words)} lang={tip.title.language} dir="auto">
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
