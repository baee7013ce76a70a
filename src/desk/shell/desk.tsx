import { AnswersPage } from '../features/answers/answers-page.tsx';
import { BacklogPage } from '../features/backlog/backlog-page.tsx';
import { RetryScreen } from '../kit/retry-screen.tsx';
import type { DeskDeps } from './desk-deps.ts';
import { Frame } from './frame.tsx';
import { SignedOut } from './signed-out.tsx';

/** The whole desk: who is here decides what is shown. */
export function Desk(desk: DeskDeps) {
  const { signIn, announcer, router } = desk;
  const standing = signIn.state.value;
  return (
    <Frame name={standing.at === 'in' ? standing.name : null} router={router} onSignOut={signIn.signOut}>
      {standing.at === 'opening' && <p class="quiet opening">Opening the desk…</p>}
      {standing.at === 'out' && <SignedOut state={standing} />}
      {standing.at === 'waiting' && <RetryScreen failure={standing.failure} retry={standing.retry} />}
      {standing.at === 'in' && (router.route.value.view === 'answers' ? <AnswersPage {...desk} /> : <BacklogPage {...desk} />)}
      <p class="unseen" role="status">
        {announcer.said}
      </p>
    </Frame>
  );
}
