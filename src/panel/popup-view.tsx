import { createRest, type RestMeans } from './pause-view.tsx';

interface PopupOptions extends RestMeans {
  openStatus: () => void;
  openPanel: () => void;
}

/** What is on; quiet, or a pause in recording, for an hour, for today, or until asked. */
export function createPopup({ openStatus, openPanel, ...means }: PopupOptions) {
  const { say } = means;
  const { status, read, sayQuiet, sayPause, PauseButtons, QuietButtons } = createRest(means);
  void read();

  return function Popup() {
    const known = status.value;
    if (!known) return <p>{say('loading')}</p>;
    const { apps } = known.policy;
    return (
      <>
        <h1>Cairn</h1>
        <p>{apps.length === 0 ? say('popupNoApps') : say('popupApps', apps.map((app) => app.name).join(', '))}</p>
        <p role="status">{sayQuiet()}</p>
        <div class="row">
          <QuietButtons />
        </div>
        <p role="status" class="apart">
          {sayPause()}
        </p>
        <div class="row">
          <PauseButtons />
        </div>
        <div class="row apart">
          <button type="button" onClick={openPanel}>
            {say('openPanel')}
          </button>
          <button type="button" onClick={openStatus}>
            {say('openStatus')}
          </button>
        </div>
      </>
    );
  };
}
