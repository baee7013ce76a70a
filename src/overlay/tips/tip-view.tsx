import { useRef } from 'preact/hooks';
import { keyOfGuide } from '../../model/pack/guide-key.ts';
import { creditText } from '../../runtime/credit-text.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { OverlayActions, PlacedTip } from '../overlay-state.ts';
import { useCardPosition, useMarkOnCorner, useUnderline } from '../placement/anchored-positions.ts';
import { RichView } from '../ui/rich-view.tsx';
import { useTipOpening } from './use-tip-opening.ts';

interface TipProps {
  placed: PlacedTip;
  open: boolean;
  t: Translate;
  actions: OverlayActions;
}

/** A tip: a mark on its control, a beacon or an underline, and a card that opens from it. */
export function TipView({ placed: { tip, target }, open, t, actions }: TipProps) {
  const mark = useRef<HTMLButtonElement>(null);
  const isUnderline = tip.mark === 'underline';
  const opening = useTipOpening({
    mark,
    control: isUnderline ? target : null,
    isOpen: open,
    open: () => actions.openTip(keyOfGuide(tip)),
    close: actions.closeTip,
  });
  useMarkOnCorner(mark, isUnderline ? null : target);
  useUnderline(mark, isUnderline ? target : null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering is a second way; the button is the first, and what the keyboard uses
    <div
      class="tip"
      // Not pointer events: on a page rewritten by document.open(), Chromium 156 fires `pointerenter` at every move and never
      // `pointerleave`. https://html.spec.whatwg.org/#document-open-steps
      onMouseEnter={opening.enter}
      onMouseLeave={opening.leave}
      onPointerDown={opening.pressIn}
      onFocusOut={opening.blur}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && open && opening.close())}
    >
      <button
        ref={mark}
        type="button"
        class={isUnderline ? 'underline' : 'beacon'}
        aria-expanded={open}
        aria-label={t('tipBeacon', tip.title.text)}
        onFocus={opening.focus}
        onClick={opening.press}
      >
        <span class={isUnderline ? 'line' : 'dot'} />
      </button>
      {open && <TipCard tip={tip} target={target} t={t} actions={actions} close={opening.close} />}
    </div>
  );
}

function TipCard({ tip, target, t, actions, close }: PlacedTip & { t: Translate; actions: OverlayActions; close: () => void }) {
  const card = useRef<HTMLDivElement>(null);
  useCardPosition(card, target, 14);
  return (
    <div ref={card} class="card" role="dialog" aria-label={t('tipName', tip.title.text)} lang={tip.title.language} dir="auto">
      <h2>{tip.title.text}</h2>
      <div class="body" lang={tip.body.language} dir="auto">
        <RichView rich={tip.body.rich} />
      </div>
      {tip.credit && (
        <p class="credit" lang={t('language')} dir="auto">
          {creditText(tip.credit, t)}
        </p>
      )}
      {tip.pack.sample && <p class="sample">{t('sample')}</p>}
      <div class="row">
        {tip.opens && (
          <button type="button" class="main" onClick={onlyTrusted(() => actions.startFromTip(tip))}>
            {t('showMeHow')}
          </button>
        )}
        <button type="button" onClick={onlyTrusted(close)}>
          {t('close')}
        </button>
        <button type="button" class="quiet" onClick={onlyTrusted(() => actions.dismissTip(tip))}>
          {t('dismissTip')}
        </button>
      </div>
    </div>
  );
}
