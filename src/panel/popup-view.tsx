import { formatList } from './format-time.ts';
import { createPauseControls, type PauseControlsDeps } from './pause-controls.tsx';

interface PopupDeps extends PauseControlsDeps {
  openStatus: () => void;
  openPanel: () => void;
}

/** What is on; quiet, or a pause in recording, for an hour, for today, or until asked. */
export function createPopup({ openStatus, openPanel, ...deps }: PopupDeps) {
  const { t } = deps;
  const {
    status,
    read,
    sayQuiet: muteText,
    sayPause: pauseText,
    PauseButtons,
    QuietButtons: MuteButtons,
  } = createPauseControls(deps);
  void read();

  return function Popup() {
    const current = status.value;
    if (!current) return <p>{t('loading')}</p>;
    const { apps } = current.policy;
    return (
      <>
        <h1>Cairn</h1>
        <p>{apps.length === 0 ? t('popupNoApps') : t('popupApps', formatList(apps.map((app) => app.name)))}</p>
        <p role="status">{muteText()}</p>
        <div class="row">
          <MuteButtons />
        </div>
        <p role="status" class="apart">
          {pauseText()}
        </p>
        <div class="row">
          <PauseButtons />
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
