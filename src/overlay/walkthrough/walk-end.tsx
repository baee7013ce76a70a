import { useRef } from 'preact/hooks';
import type { LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { OverlayActions, WalkActions, WalkOnScreen } from '../overlay-state.ts';
import { useDocked } from '../placement/use-docked.ts';

/** The end of a walkthrough: the task is done, or it was shown and the person may now do it. */
export function FinishedBody({ walk, t, actions }: { walk: WalkOnScreen; t: Translate; actions: OverlayActions }) {
  const isShowMode = walk.mode === 'show';
  return (
    <>
      <h2>{t(isShowMode ? 'shownTitle' : 'finishedTitle')}</h2>
      <p class="body">{t(isShowMode ? 'shownBody' : 'finishedBody', walk.guide.title.text)}</p>
      <div class="row">
        {isShowMode && (
          <button type="button" class="main" onClick={onlyTrusted(() => actions.walk.setMode('guide'))}>
            {t('mode_guide')}
          </button>
        )}
        <button type="button" class={isShowMode ? '' : 'main'} onClick={onlyTrusted(actions.walk.leave)}>
          {t('close')}
        </button>
      </div>
    </>
  );
}

/** Offers a walkthrough that runs in another tab. It runs in one tab at a time, and the person decides in which. */
export function OfferCard({ guide, t, actions }: { guide: LocalizedWalkthrough; t: Translate; actions: WalkActions }) {
  const card = useRef<HTMLElement>(null);
  useDocked(card, { as: 'card' });
  return (
    <section ref={card} class="card docked slim" aria-label={t('offerName', guide.title.text)}>
      <p class="count">{t('offerTitle')}</p>
      <h2 lang={guide.title.language} dir="auto">
        {guide.title.text}
      </h2>
      <div class="row">
        <button type="button" class="main" onClick={onlyTrusted(actions.continueHere)}>
          {t('goOnHere')}
        </button>
        <button type="button" class="quiet" onClick={onlyTrusted(actions.declineOffer)}>
          {t('notHere')}
        </button>
      </div>
    </section>
  );
}
