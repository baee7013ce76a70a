import { signal } from '@preact/signals';
import type { BrowserStatus } from './browser-status.ts';
import { createMyFeedback } from './my-feedback-view.tsx';
import { createRecords, type RecordsDeps } from './records-view.tsx';
import { StatusSwitches } from './status-switches.tsx';

interface MineDeps extends RecordsDeps {
  status: BrowserStatus;
}

/** The section about the person: what is switched on, their feedback with replies first, and their records by day. */
export function createMine(deps: MineDeps) {
  const { ask, status, t, now } = deps;
  const app = signal<string | undefined>(undefined);
  const [feedback, records] = [createMyFeedback(deps), createRecords(deps)];

  async function read(): Promise<void> {
    const front = ask('guides.activeTab', {}).then((reply) => {
      if (reply.ok) app.value = reply.app?.id;
    });
    await Promise.all([front, feedback.read(), records.read()]);
  }

  const Mine = () => (
    <>
      <StatusSwitches status={status} app={app.value} t={t} now={now} />
      {status.current.value?.pause && (
        <>
          <p class="soft">{t('pauseWhat')}</p>
          <p class="soft">{t('pauseFeedback')}</p>
        </>
      )}
      <feedback.MyFeedback />
      <records.Records />
    </>
  );
  return { Mine, read };
}
