import { type Signal, signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import type { ControlReport, WhyReport } from '../messaging/extension-messages.ts';
import { parseUrl } from '../model/text/parse-url.ts';
import { controlText } from '../runtime/control-text.ts';
import type { Translate } from '../runtime/translate.ts';
import { describeVerdict } from '../targeting/describe-verdict.ts';

interface WhyDeps {
  ask: Ask;
  t: Translate;
}

type WhyAnswer = WhyReport | 'malformed address';

interface WhyState {
  tabs: Signal<{ url: string; title: string }[]>;
  address: Signal<string>;
  answer: Signal<WhyAnswer | null>;
  explain(): Promise<void>;
}

/** For authors and admins: which rule decides whether each guide is shown at an address, for the person who uses this browser. */
export function createWhy({ ask, t }: WhyDeps) {
  const state = createWhyState(ask);
  return () => <WhySection state={state} t={t} />;
}

function createWhyState(ask: Ask): WhyState {
  const tabs = signal<{ url: string; title: string }[]>([]);
  const address = signal('');
  const answer = signal<WhyAnswer | null>(null);

  void ask('pages', {}).then((open) => {
    if (!open.ok) return;
    tabs.value = open.pages;
    address.value ||= open.pages[0]?.url ?? '';
  });

  async function explain(): Promise<void> {
    const url = address.value.trim();
    if (!parseUrl(url)) {
      answer.value = 'malformed address';
      return;
    }
    const reply = await ask('why', { url });
    if (reply.ok) answer.value = reply;
  }
  return { tabs, address, answer, explain };
}

function WhySection({ state, t }: { state: WhyState; t: Translate }) {
  const { address, answer, explain } = state;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t('whyTitle')}</h2>
      <p class="soft">{t('whyIntro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void explain();
        }}
      >
        <OpenTabs state={state} t={t} />
        <label for="why-address">{t('whyAddress')}</label>
        <input
          id="why-address"
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={address.value}
          onInput={({ currentTarget }) => {
            address.value = currentTarget.value;
          }}
        />
        <div class="row">
          <button type="submit">{t('whyAsk')}</button>
        </div>
      </form>
      <div role="status">{answer.value && <Answer answer={answer.value} t={t} />}</div>
    </section>
  );
}

/** The open tabs that an app is in; choosing one asks about it at once. */
function OpenTabs({ state: { tabs, address, explain }, t }: { state: WhyState; t: Translate }) {
  if (tabs.value.length === 0) return null;
  return (
    <>
      <label for="why-page">{t('whyPages')}</label>
      <select
        id="why-page"
        value={address.value}
        onChange={({ currentTarget }) => {
          address.value = currentTarget.value;
          void explain();
        }}
      >
        {!tabs.value.some(({ url }) => url === address.value) && <option value={address.value}>–</option>}
        {tabs.value.map(({ url, title }) => (
          <option key={url} value={url}>
            {title || url}
          </option>
        ))}
      </select>
    </>
  );
}

function Answer({ answer, t }: { answer: WhyAnswer; t: Translate }) {
  if (answer === 'malformed address') return <p class="bad">{t('whyFailed')}</p>;
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
            {t(headingOf(guide))} · {describeVerdict(guide, t)}
            {guide.control && (
              <>
                <br />
                {findingText(guide.control, t)}
                <Because control={guide.control} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type ExplainedGuide = Extract<WhyReport, { inApp: true }>['guides'][number];

/** A reply whose control is not there is shown by itself; everything else waits for its control. */
function headingOf({ kind, verdict, control }: ExplainedGuide): 'whyShown' | 'whyNotShown' | 'whyWaits' {
  if (!verdict.fits) return 'whyNotShown';
  if (!control || kind === 'reply') return 'whyShown';
  if (!control.finding) return 'whyWaits';
  return control.finding.is === 'found' ? 'whyShown' : 'whyNotShown';
}

/** The reason is for authors, and comes in English alone. */
const Because = ({ control: { finding } }: { control: ControlReport }) =>
  finding?.because ? (
    <>
      {' '}
      <span class="soft" lang="en" dir="ltr">
        {finding.because}
      </span>
    </>
  ) : null;

function findingText({ finding, ...control }: ControlReport, t: Translate): string {
  const text = controlText(control, t);
  if (!finding) return t('whyClosed');
  switch (finding.is) {
    case 'found':
      return t('whyFound', text);
    case 'several':
      return t('whySeveral', text, String(finding.count ?? 2));
    case 'hidden':
      return t('whyHidden', text);
    case 'absent':
      return finding.nearest ? t('whyNearest', text, controlText(finding.nearest, t)) : t('whyAbsent', text);
  }
}
