import './kit/tokens.css';
import './kit/base.css';
import './shell/frame.css';
import './kit/dialogs.css';
import './kit/controls.css';
import './kit/list/list.css';
import './features/inbox/inbox.css';
import './features/inbox/inbox-detail.css';
import './kit/row-cards.css';
import './features/answers/answers.css';
import './features/admin/admin.css';
import './features/packs/packs.css';
import './features/proposals/proposals.css';
import './features/guide-health/guide-health.css';
import { render } from 'preact';
import { AccountPage } from './features/account/account-page.tsx';
import { AdminPage } from './features/admin/admin-page.tsx';
import { AnswersPage } from './features/answers/answers-page.tsx';
import { GuideHealthPage } from './features/guide-health/guide-health-page.tsx';
import { InboxPage } from './features/inbox/inbox-page.tsx';
import { PacksPage } from './features/packs/packs-page.tsx';
import { ProposalsPage } from './features/proposals/proposals-page.tsx';
import { createAnnouncer } from './kit/announcer.ts';
import { deskLocale } from './kit/desk-locale.ts';
import { createHubApi } from './kit/hub-api.ts';
import { browserTab } from './kit/polling.ts';
import { deskTexts } from './kit/texts/desk-texts.ts';
import { createTickingClock } from './kit/ticking-clock.ts';
import { createCharacterShortcuts } from './shell/commands/character-shortcuts.ts';
import { createCommandRegistry } from './shell/commands/command-registry.ts';
import { listenForShortcuts } from './shell/commands/listen-for-shortcuts.ts';
import { Desk } from './shell/desk.tsx';
import { createRouter } from './shell/router.ts';
import { createSignIn } from './shell/sign-in.ts';
import { takeRefusal, takeToken } from './shell/sign-in-link.ts';

const lifetime = new AbortController().signal;
const hub = createHubApi(window.location.origin);
const signIn = createSignIn(hub);
const commands = createCommandRegistry();
const characters = createCharacterShortcuts(() => window.localStorage);
listenForShortcuts(window, { registry: commands, characters, lifetime });

// A link pasted into a tab that already shows the desk changes only the fragment, so no page loads.
window.addEventListener('hashchange', () => {
  const token = takeToken(window);
  if (token) void signIn.open(token);
});

render(
  <Desk
    pages={{
      inbox: { title: 'Inbox', key: 'i', group: 'listen', page: InboxPage, requires: 'GET /desk/api/inbox' },
      answers: { title: 'Answers', key: 'a', group: 'listen', page: AnswersPage, requires: 'GET /desk/api/answers' },
      proposals: { title: 'Proposals', key: 'o', group: 'act', page: ProposalsPage, requires: 'GET /desk/api/proposals' },
      guides: { title: 'Guides', key: 'g', group: 'act', page: GuideHealthPage, requires: 'GET /desk/api/guide-health' },
      packs: { title: 'Packs', key: 'k', group: 'act', page: PacksPage, requires: 'GET /desk/api/packs' },
      account: { title: 'Account', key: 'c', group: 'foot', page: AccountPage, requires: 'GET /desk/api/sign-ins' },
      admin: { title: 'Admin', key: 'm', group: 'foot', page: AdminPage, requires: 'GET /desk/api/admin/sign-ins' },
    }}
    hub={hub}
    signIn={signIn}
    router={createRouter(window, lifetime)}
    tab={browserTab(document, window)}
    clock={createTickingClock(lifetime)}
    locale={deskLocale(navigator.languages)}
    announcer={createAnnouncer()}
    commands={commands}
    characters={characters}
    texts={deskTexts(navigator.languages)}
  />,
  document.getElementById('desk')!,
);
const refusal = takeRefusal(window);
void (refusal ? signIn.refuse(refusal) : signIn.open(takeToken(window)));
