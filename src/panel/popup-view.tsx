import { signal } from '@preact/signals';
import type { ActivePageGuides } from '../messaging/active-tab-messages.ts';
import type { Ask } from '../messaging/ask.ts';
import type { Translate } from '../runtime/translate.ts';
import { createBrowserStatus } from './browser-status.ts';
import { StatusSwitches } from './status-switches.tsx';

interface PopupDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  openStatus: () => void;
  openPanel: () => void;
  close: () => void;
}

/** One line on where Cairn is, feedback, the guides of the page in front, two switches, and the way to the panel. */
export function createPopup({ ask, t, now, openStatus, openPanel, close }: PopupDeps) {
  const status = createBrowserStatus(ask);
  const page = signal<ActivePageGuides | null>(null);
  const failed = signal(false);
  void status.read();
  void ask('guides.activeTab', {}).then((reply) => {
    page.value = reply.ok ? reply : { feedback: false, guides: [], checklists: [], hidden: [] };
  });

  async function openFeedback(): Promise<void> {
    const { ok } = await ask('feedback.open', {});
    if (ok) close();
    else failed.value = true;
  }

  return function Popup() {
    const [current, front] = [status.current.value, page.value];
    if (!current || !front) return <p>{t('loading')}</p>;
    const { app, feedback, guides, checklists } = front;
    const isOff = current.policy.apps.length === 0;
    return (
      <>
        <h1 class="unseen">Cairn</h1>
        <p class={app ? 'state here' : 'state'}>{app ? t('popupHere', app.name) : t(isOff ? 'popupNoApps' : 'popupElsewhere')}</p>
        {app && feedback && (
          <button type="button" class="main full" onClick={() => void openFeedback()}>
            {t('giveFeedback')}
          </button>
        )}
        {failed.value && (
          <p class="bad" role="alert">
            {t('notOpened')}
          </p>
        )}
        {app && (
          <button type="button" class="full" onClick={openPanel}>
            {t('popupGuides', String(guides.length + checklists.length))}
          </button>
        )}
        <StatusSwitches status={status} app={app?.id} t={t} now={now} />
        <div class="foot">
          <button type="button" class="plain" onClick={openPanel}>
            {t('openPanel')}
          </button>
          {isOff && (
            <button type="button" class="plain" onClick={openStatus}>
              {t('openStatus')}
            </button>
          )}
        </div>
      </>
    );
  };
}
