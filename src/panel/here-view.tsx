import { type Signal, signal } from '@preact/signals';
import type { ActivePageGuides } from '../messaging/active-tab-messages.ts';
import type { Ask } from '../messaging/ask.ts';
import type { Translate } from '../runtime/translate.ts';
import type { BrowserStatus } from './browser-status.ts';
import { formatList } from './format-time.ts';
import { GuideButtons } from './guide-buttons.tsx';
import { HiddenGuides } from './hidden-guides.tsx';

interface HereDeps {
  ask: Ask;
  t: Translate;
  status: BrowserStatus;
}

/** What the person can open on the page in front, and what became of the last press. */
interface HereState {
  page: Signal<ActivePageGuides | null>;
  search: Signal<string>;
  announcement: Signal<{ text: string; isFailure: boolean }>;
  openGuide(key: string): Promise<void>;
  openFeedback(): Promise<void>;
  restore(key: string, title: string): Promise<void>;
}

/** The section about the page in front: its guides and checklists, feedback, and what the person has hidden. */
export function createHere({ ask, t, status }: HereDeps) {
  const page = signal<ActivePageGuides | null>(null);
  const announcement = signal({ text: '', isFailure: false });

  async function read(): Promise<void> {
    const reply = await ask('guides.activeTab', {});
    if (reply.ok) page.value = reply;
  }
  const report = ({ ok }: { ok: boolean }, done: string) => {
    announcement.value = { text: ok ? done : t('notOpened'), isFailure: !ok };
  };
  const state: HereState = {
    page,
    search: signal(''),
    announcement,
    openGuide: async (guide) => report(await ask('guide.open', { guide }), t('openedOnPage')),
    openFeedback: async () => report(await ask('feedback.open', {}), t('openedOnPage')),
    async restore(guide, title) {
      report(await ask('guide.restore', { guide }), t('shownAgain', title));
      await read();
    },
  };
  return { Here: () => <HereSection state={state} status={status} t={t} />, read };
}

function HereSection({ state, status, t }: { state: HereState; status: BrowserStatus; t: Translate }) {
  const page = state.page.value;
  if (!page) return <p>{t('loading')}</p>;
  if (!page.app) return <Elsewhere status={status} t={t} />;
  const { text, isFailure } = state.announcement.value;
  return (
    <>
      <p class="where">{page.app.name}</p>
      <h2>{t('tabGuides')}</h2>
      <GuideButtons page={page} search={state.search} open={state.openGuide} t={t} />
      {page.feedback && (
        <button type="button" class="main full" onClick={() => void state.openFeedback()}>
          {t('giveFeedback')}
        </button>
      )}
      <p role="status" class={isFailure ? 'announcement bad' : 'announcement'}>
        {text}
      </p>
      <HiddenGuides guides={page.hidden} restore={state.restore} t={t} />
    </>
  );
}

/** A page that is none of the apps: what Cairn does, and where. */
function Elsewhere({ status, t }: { status: BrowserStatus; t: Translate }) {
  const apps = status.current.value?.policy.apps.map(({ name }) => name) ?? [];
  return (
    <div class="empty">
      <h2>{t('elsewhereTitle')}</h2>
      <p>{t('guidesElsewhere')}</p>
      <p>{apps.length > 0 ? t('elsewhereApps', formatList(apps)) : t('popupNoApps')}</p>
    </div>
  );
}
