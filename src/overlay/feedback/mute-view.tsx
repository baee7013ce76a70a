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

interface MuteProps {
  isMuted: boolean;
  /** Whether a guide is on screen that could be muted by itself. */
  hasGuide: boolean;
  t: Translate;
  actions: OverlayActions;
}

/** Mutes tips, or unmutes them, in one press, in the place where everything of ours begins. */
export function MuteView({ isMuted, hasGuide, t, actions }: MuteProps) {
  if (isMuted)
    return (
      <p class="notice">
        {t('muteHere')}{' '}
        <button type="button" onClick={onlyTrusted(() => actions.setMute('none'))}>
          {t('muteEnd')}
        </button>
      </p>
    );
  return (
    <details class="mute-choices">
      <summary>{t('muteTitle')}</summary>
      <div class="row">
        {hasGuide && (
          <button type="button" onClick={onlyTrusted(() => actions.setMute('guide'))}>
            {t('muteThisGuide')}
          </button>
        )}
        {WISHES.map(({ wish, key }) => (
          <button key={wish} type="button" onClick={onlyTrusted(() => actions.setMute(wish))}>
            {t(key)}
          </button>
        ))}
      </div>
    </details>
  );
}
