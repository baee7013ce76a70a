import type { DeskDeps } from '../../shell/desk-deps.ts';

/** May the person who is signed in call this route of the hub, as in `POST /desk/api/drafts`? */
export function mayCall({ signIn }: Pick<DeskDeps, 'signIn'>, route: string): boolean {
  const session = signIn.state.value;
  return session.at === 'in' && session.identity.may.includes(route);
}
