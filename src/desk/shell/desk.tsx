import type { FunctionComponent } from 'preact';
import { RetryScreen } from '../kit/retry-screen.tsx';
import type { DeskDeps } from './desk-deps.ts';
import { Frame } from './frame.tsx';
import { SignedOut } from './signed-out.tsx';

/** The pages by their name in a route. The features provide them, so the shell knows none of the features. */
export interface DeskPages {
  backlog: FunctionComponent<DeskDeps>;
  answers: FunctionComponent<DeskDeps>;
}

/** The whole desk. What it shows depends on whether somebody is signed in, and then on the route. */
export function Desk({ pages, ...desk }: DeskDeps & { pages: DeskPages }) {
  const { signIn, announcer, router } = desk;
  const session = signIn.state.value;
  const Page = pages[router.route.value.view ?? 'backlog'];
  return (
    <Frame name={session.at === 'in' ? session.name : null} router={router} onSignOut={signIn.signOut}>
      {session.at === 'opening' && <p class="quiet opening">Opening the desk…</p>}
      {session.at === 'out' && <SignedOut state={session} />}
      {session.at === 'waiting' && <RetryScreen failure={session.failure} retry={session.retry} />}
      {session.at === 'in' && <Page {...desk} />}
      <p class="unseen" role="status">
        {announcer.message}
      </p>
    </Frame>
  );
}
