import type { MuteRequest } from '../../model/person/mute.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { OverlayActions } from '../overlay-state.ts';

const WISHES: readonly { wish: MuteRequest; key: string }[] = [
  { wish: 'hour', key: 'quietHour' },
  { wish: 'today', key: 'quietToday' },
  { wish: 'app', key: 'quietThisApp' },
  { wish: 'always', key: 'quietUntilAsked' },
];

interface QuietProps {
  isQuiet: boolean;
  /** Is a guide on screen that could be silenced by itself? */
  hasGuide: boolean;
  t: Translate;
  actions: OverlayActions;
}

/** Quiet is the person's: it stands where everything of ours begins, and takes one press. */
export function QuietView({ isQuiet, hasGuide, t, actions }: QuietProps) {
  if (isQuiet)
    return (
      <p class="notice">
        {t('quietHere')}{' '}
        <button type="button" onClick={onlyTrusted(() => actions.setQuiet('none'))}>
          {t('quietEnd')}
        </button>
      </p>
    );
  return (
    <details class="quiets">
      <summary>{t('quietTitle')}</summary>
      <div class="row">
        {hasGuide && (
          <button type="button" onClick={onlyTrusted(() => actions.setQuiet('guide'))}>
            {t('quietThisGuide')}
          </button>
        )}
        {WISHES.map(({ wish, key }) => (
          <button key={wish} type="button" onClick={onlyTrusted(() => actions.setQuiet(wish))}>
            {t(key)}
          </button>
        ))}
      </div>
    </details>
  );
}
