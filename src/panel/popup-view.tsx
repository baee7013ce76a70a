import type { Ask } from '../messaging/ask.ts';
import type { Translate } from '../runtime/translate.ts';
import { createBrowserStatus } from './browser-status.ts';
import { formatList } from './format-time.ts';
import { MuteButtons, muteText, PauseButtons, pauseText } from './mute-and-pause.tsx';

interface PopupDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  openStatus: () => void;
  openPanel: () => void;
}

/** Which apps Cairn is switched on for, and buttons to mute tips, pause recording and open the panel and the status page. */
export function createPopup({ ask, t, now, openStatus, openPanel }: PopupDeps) {
  const status = createBrowserStatus(ask);
  void status.read();

  return function Popup() {
    const current = status.current.value;
    if (!current) return <p>{t('loading')}</p>;
    const apps = current.policy.apps.map(({ name }) => name);
    return (
      <>
        <h1>Cairn</h1>
        <p>{apps.length === 0 ? t('popupNoApps') : t('popupApps', formatList(apps))}</p>
        <p role="status">{muteText(current, t, now())}</p>
        <div class="row">
          <MuteButtons status={status} t={t} now={now} />
        </div>
        <p role="status" class="apart">
          {pauseText(current, t, now())}
        </p>
        <div class="row">
          <PauseButtons status={status} t={t} now={now} />
        </div>
        <div class="row apart">
          <button type="button" onClick={openPanel}>
            {t('openPanel')}
          </button>
          <button type="button" onClick={openStatus}>
            {t('openStatus')}
          </button>
        </div>
      </>
    );
  };
}
