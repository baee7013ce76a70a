import type { DeskNeeds } from '../desk-needs.ts';
import { AnswersPage } from './answers-page.tsx';
import { BacklogPage } from './backlog-page.tsx';
import { Frame } from './frame.tsx';
import { SignedOut } from './signed-out.tsx';
import { Waiting } from './waiting.tsx';

/** The whole desk: who is here decides what is shown. */
export function Desk(desk: DeskNeeds) {
  const { signIn, announcer, place } = desk;
  const standing = signIn.standing.value;
  return (
    <Frame name={standing.at === 'in' ? standing.name : null} place={place} onSignOut={signIn.signOut}>
      {standing.at === 'opening' && <p class="quiet opening">Opening the desk…</p>}
      {standing.at === 'out' && <SignedOut standing={standing} />}
      {standing.at === 'waiting' && <Waiting trouble={standing.trouble} again={standing.again} />}
      {standing.at === 'in' && (place.here.value.view === 'answers' ? <AnswersPage {...desk} /> : <BacklogPage {...desk} />)}
      <p class="unseen" role="status">
        {announcer.said}
      </p>
    </Frame>
  );
}
