import type { Translate } from '../runtime/translate.ts';
import type { BrowserStatus } from './browser-status.ts';
import { pauseText } from './status-texts.ts';

/** Shown above every section while recording is paused. */
export function PauseBanner({ status, t, now }: { status: BrowserStatus; t: Translate; now: () => number }) {
  const current = status.current.value;
  if (!current?.pause) return null;
  return (
    <div class="banner">
      <p>{pauseText(current, t, now())}</p>
      <button type="button" onClick={() => status.pause('none')}>
        {t('pauseEnd')}
      </button>
    </div>
  );
}
