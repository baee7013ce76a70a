import './tokens.css';
import './styles/ground.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/backlog.css';
import './styles/detail.css';
import './styles/answers.css';
import { render } from 'preact';
import { createAnnouncer } from './announce.ts';
import { hubAt } from './hub.ts';
import { whereabouts } from './place.ts';
import { signInAt } from './session.ts';
import { takeToken } from './sign-in-link.ts';
import { deskLocale } from './since.ts';
import { ticking } from './ticking.ts';
import { Desk } from './views/desk.tsx';
import { tabOf } from './watch.ts';

const lifetime = new AbortController().signal;
const hub = hubAt(window.location.origin);
const signIn = signInAt(hub);

// A link pasted into a tab that already shows the desk changes only the fragment: no page is loaded.
window.addEventListener('hashchange', () => {
  const token = takeToken(window);
  if (token) void signIn.open(token);
});

render(
  <Desk
    hub={hub}
    signIn={signIn}
    place={whereabouts(window, lifetime)}
    tab={tabOf(document, window)}
    clock={ticking(lifetime)}
    locale={deskLocale(navigator.languages)}
    announcer={createAnnouncer()}
  />,
  document.getElementById('desk')!,
);
void signIn.open(takeToken(window));
