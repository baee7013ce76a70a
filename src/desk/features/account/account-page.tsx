import { useEffect } from 'preact/hooks';
import { ROLE_TEXTS } from '../../kit/role-texts.ts';
import { SignInList } from '../../kit/sign-in-list.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';

/** Who is signed in, what the role is for, and the person's other sign-ins. */
export function AccountPage(desk: DeskDeps) {
  useEffect(() => {
    document.title = 'Account · Cairn desk';
  }, []);
  const session = desk.signIn.state.value;
  if (session.at !== 'in') return null;
  const { name, role } = session.identity;
  return (
    <>
      <h1>Account</h1>
      <p class="quiet page-note">
        <bdi>{name}</bdi>, {role}: {ROLE_TEXTS[role]}.
      </p>
      <h2>Where you are signed in</h2>
      <SignInList whose="own" {...desk} />
    </>
  );
}
