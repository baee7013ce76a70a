import { useEffect } from 'preact/hooks';
import { SignInList } from '../../kit/sign-in-list.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { AccessLog } from './access-log.tsx';
import { SigningKeys } from './signing-keys.tsx';

/** What admins look after: who is signed in, the keys that sign packs, and who read what. */
export function AdminPage(desk: DeskDeps) {
  useEffect(() => {
    document.title = 'Admin · Cairn desk';
  }, []);
  const session = desk.signIn.state.value;
  const hasSigningKeys = session.at === 'in' && session.identity.may.includes('GET /desk/api/signing-keys');
  return (
    <>
      <h1>Admin</h1>
      <h2>Who is signed in</h2>
      <SignInList whose="all" {...desk} />
      {hasSigningKeys && (
        <>
          <h2>Signing keys</h2>
          <SigningKeys {...desk} />
        </>
      )}
      <h2>Access log</h2>
      <AccessLog {...desk} />
    </>
  );
}
