import { Fragment } from 'preact';
import type { WalkMode } from '../../model/person/progress.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { WalkActions, WalkOnScreen } from '../overlay-state.ts';

const MODES = ['guide', 'show', 'do'] as const;

/** How the person wants to be guided, chosen in the first card; "do it" only where the pack allows it for a step. */
export function ModeChoice({ walk, t, actions }: { walk: WalkOnScreen; t: Translate; actions: WalkActions }) {
  const isAvailable = (mode: WalkMode) => mode !== 'do' || walk.guide.steps.some((step) => step.do);
  return (
    <fieldset class="modes" aria-label={t('modeTitle')}>
      {MODES.filter(isAvailable).map((mode) => (
        <Fragment key={mode}>
          <button
            type="button"
            aria-pressed={walk.mode === mode}
            aria-describedby={`mode-${mode}`}
            onClick={onlyTrusted(() => actions.setMode(mode))}
          >
            {t(`mode_${mode}`)}
          </button>
          <small id={`mode-${mode}`}>{t(`mode_${mode}_note`)}</small>
        </Fragment>
      ))}
    </fieldset>
  );
}
