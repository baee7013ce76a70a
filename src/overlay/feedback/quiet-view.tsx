import type { MuteRequest } from '../../model/person/mute.ts';
import type { PlainMessageKey, Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import type { OverlayActions } from '../overlay-state.ts';

const WISHES: readonly { wish: MuteRequest; key: PlainMessageKey }[] = [
  { wish: 'hour', key: 'muteHour' },
  { wish: 'today', key: 'muteToday' },
  { wish: 'app', key: 'muteThisApp' },
  { wish: 'always', key: 'muteUntilUnmuted' },
];

interface QuietProps {
  isQuiet: boolean;
  /** Whether a guide is on screen that could be muted by itself. */
  hasGuide: boolean;
  t: Translate;
  actions: OverlayActions;
}

/** Mutes tips, or unmutes them, in one press, in the place where everything of ours begins. */
export function QuietView({ isQuiet, hasGuide, t, actions }: QuietProps) {
  if (isQuiet)
    return (
      <p class="notice">
        {t('muteHere')}{' '}
        <button type="button" onClick={onlyTrusted(() => actions.setQuiet('none'))}>
          {t('muteEnd')}
        </button>
      </p>
    );
  return (
    <details class="quiets">
      <summary>{t('muteTitle')}</summary>
      <div class="row">
        {hasGuide && (
          <button type="button" onClick={onlyTrusted(() => actions.setQuiet('guide'))}>
            {t('muteThisGuide')}
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
