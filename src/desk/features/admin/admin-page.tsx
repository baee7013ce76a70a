import { useEffect } from 'preact/hooks';
import { SignInList } from '../../kit/sign-in-list.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { AccessLog } from './access-log.tsx';

/** What admins look after: who is signed in, and who read what. */
export function AdminPage(desk: DeskDeps) {
  useEffect(() => {
    document.title = 'Admin · Cairn desk';
  }, []);
  return (
    <>
      <h1>Admin</h1>
      <h2>Who is signed in</h2>
      <SignInList whose="all" {...desk} />
      <h2>Access log</h2>
      <AccessLog {...desk} />
    </>
  );
}
