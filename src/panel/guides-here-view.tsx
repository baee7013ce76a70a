import { signal } from '@preact/signals';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { Front } from '../messaging/ledger-messages.ts';
import type { Say } from '../runtime/say.ts';

/** Guides here: how colleagues do things in the app in front. */
export function createGuidesHere({ ask, say }: { ask: Ask; say: Say }) {
  const front = signal<Front | null>(null);

  async function read(): Promise<void> {
    const reply = await ask('guides.here', {});
    if (!isUnanswered(reply)) front.value = reply;
  }

  function GuidesHere() {
    const known = front.value;
    if (!known) return <p>{say('loading')}</p>;
    const { app, guides } = known;
    return (
      <>
        <h2>{say('tabGuides')}</h2>
        {app === undefined && <p>{say('guidesElsewhere')}</p>}
        {app !== undefined && <p>{guides.length > 0 ? say('guidesIn', app) : say('guidesNone', app)}</p>}
        <ul class="guides">
          {guides.map(({ key, title, sample }) => (
            <li key={key}>
              <span lang={title.language}>{title.words}</span>
              {sample && <span class="soft"> · {say('sample')}</span>}
            </li>
          ))}
        </ul>
        {guides.length > 0 && <p class="soft">{say('guidesHow')}</p>}
      </>
    );
  }
  return { GuidesHere, read };
}
