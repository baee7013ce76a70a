import { signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import type { ActivePageGuides } from '../messaging/ledger-messages.ts';
import type { Translate } from '../runtime/translate.ts';

/** The guides for the app in the active tab. */
export function createGuidesHere({ ask, t }: { ask: Ask; t: Translate }) {
  const frontApp = signal<ActivePageGuides | null>(null);

  async function read(): Promise<void> {
    const reply = await ask('guides.activeTab', {});
    if (reply.ok) frontApp.value = reply;
  }

  function GuidesHere() {
    const current = frontApp.value;
    if (!current) return <p>{t('loading')}</p>;
    const { app, guides } = current;
    return (
      <>
        <h2>{t('tabGuides')}</h2>
        {app === undefined && <p>{t('guidesElsewhere')}</p>}
        {app !== undefined && <p>{guides.length > 0 ? t('guidesIn', app) : t('guidesNone', app)}</p>}
        <ul class="guides">
          {guides.map(({ key, title, sample }) => (
            <li key={key}>
              <span lang={title.language}>{title.text}</span>
              {sample && <span class="soft"> · {t('sample')}</span>}
            </li>
          ))}
        </ul>
        {guides.length > 0 && <p class="soft">{t('guidesHow')}</p>}
      </>
    );
  }
  return { GuidesHere, read };
}
