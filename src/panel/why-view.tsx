import { signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import type { WhyReport } from '../messaging/extension-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { describeVerdict } from '../targeting/describe-verdict.ts';

interface WhyDeps {
  ask: Ask;
  t: Translate;
}

/** For authors and admins: which rule decides whether each guide is shown at an address, for the person who uses this browser. */
export function createWhy({ ask, t }: WhyDeps) {
  const pages = signal<{ url: string; title: string }[]>([]);
  const address = signal('');
  const answer = signal<WhyReport | 'malformed' | null>(null);

  void ask('pages', {}).then((open) => {
    if (!open.ok) return;
    pages.value = open.pages;
    address.value ||= open.pages[0]?.url ?? '';
  });

  async function explain(event?: Event): Promise<void> {
    event?.preventDefault();
    const url = address.value.trim();
    if (!URL.canParse(url)) {
      answer.value = 'malformed';
      return;
    }
    const reply = await ask('why', { url });
    if (reply.ok) answer.value = reply;
  }

  function choose(url: string): void {
    address.value = url;
    void explain();
  }

  return function WhySection() {
    return (
      <section aria-labelledby="why">
        <h2 id="why">{t('whyTitle')}</h2>
        <p class="soft">{t('whyIntro')}</p>
        <form onSubmit={(event) => void explain(event)}>
          {pages.value.length > 0 && (
            <>
              <label for="why-page">{t('whyPages')}</label>
              <select id="why-page" value={address.value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
                {!pages.value.some(({ url }) => url === address.value) && <option value={address.value}>–</option>}
                {pages.value.map(({ url, title }) => (
                  <option key={url} value={url}>
                    {title || url}
                  </option>
                ))}
              </select>
            </>
          )}
          <label for="why-address">{t('whyAddress')}</label>
          <input
            id="why-address"
            type="text"
            inputMode="url"
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            value={address.value}
            onInput={({ currentTarget }) => (address.value = currentTarget.value)}
          />
          <div class="row">
            <button type="submit">{t('whyAsk')}</button>
          </div>
        </form>
        <div role="status">{answer.value && <WhyAnswer answer={answer.value} t={t} />}</div>
      </section>
    );
  };
}

function WhyAnswer({ answer, t }: { answer: WhyReport | 'malformed'; t: Translate }) {
  if (answer === 'malformed') return <p class="bad">{t('whyFailed')}</p>;
  if (!answer.inApp) return <p>{t('whyAway')}</p>;
  if (answer.guides.length === 0) return <p>{t('whyNone', answer.app)}</p>;
  return (
    <>
      <h3>{t('whyAnswer', answer.app)}</h3>
      <ul class="whys">
        {answer.guides.map((guide) => (
          <li key={guide.key}>
            <strong lang={guide.title.language} dir="auto">
              {guide.title.text}
            </strong>{' '}
            <code dir="ltr">{guide.key}</code>
            <br />
            {t(guide.verdict.fits ? 'whyShown' : 'whyNotShown')} · {describeVerdict(guide, t)}
          </li>
        ))}
      </ul>
    </>
  );
}
