import { useRef } from 'preact/hooks';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { OverlayActions, WalkOnScreen } from '../overlay-state.ts';
import { useDocked } from '../placement/use-docked.ts';
import { stepPosition } from './step-position.ts';

/** For a person who has gone to another page: a small card in the corner that offers the way back and asks nothing. */
export function PausedCard({ walk, t, actions }: { walk: WalkOnScreen; t: Translate; actions: OverlayActions }) {
  const { guide, step } = walk;
  const { position, count } = stepPosition(walk);
  const card = useRef<HTMLDivElement>(null);
  useDocked(card, { as: 'card' });
  return (
    <div
      ref={card}
      class="card docked slim"
      role="dialog"
      tabIndex={-1}
      aria-label={t('stepName', guide.title.text, String(position), String(count))}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && actions.returnFocus())}
    >
      <p class="count">
        {t('pausedCount', String(position), String(count))}
        {guide.pack.sample && <span class="sample"> · {t('sample')}</span>}
      </p>
      <h2 lang={guide.title.language} dir="auto">
        {guide.title.text}
      </h2>
      <p>{t('stepPaused')}</p>
      <div class="row">
        {(step.go || walk.lastUrl) && (
          <button type="button" class="main" onClick={onlyTrusted(actions.walk.returnToStep)}>
            {t('comeBack')}
          </button>
        )}
        <button type="button" onClick={onlyTrusted(actions.walk.skip)}>
          {t('skipStep')}
        </button>
        <button type="button" class="quiet" onClick={onlyTrusted(actions.walk.leave)}>
          {t('endWalkthrough')}
        </button>
      </div>
    </div>
  );
}
