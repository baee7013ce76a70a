import { endSignIns, listSignIns, type SignIn, type SignInSelection } from './auth/sign-in.ts';
import { createSignInLink } from './auth/sign-in-link.ts';
import type { CommandRequest } from './folder-requests.ts';
import { createFirstToken } from './installs/create-first-token.ts';
import { secretText } from './secrets.ts';
import type { Store } from './store/store.ts';

/** Does what a command asks for. Returns the text for the person at the terminal, or null if there is nothing that it could be done to. */
export async function fulfilRequest(
  store: Store,
  request: CommandRequest,
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<string | null> {
  switch (request.ask) {
    case 'token': {
      const token = await createFirstToken(store, now);
      return token === undefined ? null : secretText.token(token);
    }
    case 'link':
      return secretText.link(await createSignInLink(store, { name: request.name, role: request.role, now, publicUrl }));
    case 'sign-ins':
      return formatSignIns(await listSignIns(store, { now }));
    case 'sign-out': {
      const selection: SignInSelection = request.id === undefined ? { name: request.name ?? '' } : { id: request.id };
      const ended = await endSignIns(store, selection, now);
      return ended === 0 ? null : `Ended ${ended} sign-in${ended === 1 ? '' : 's'}.`;
    }
  }
}

/** One line for each sign-in, with its id first. */
function formatSignIns(signIns: readonly SignIn[]): string {
  if (signIns.length === 0) return 'Nobody is signed in.';
  return signIns.map(formatSignIn).join('\n');
}

function formatSignIn({ id, account, role, method, provider, ...times }: SignIn): string {
  const at = (moment: Date) => `${moment.toISOString().slice(0, 16)}Z`;
  const by = method === 'link' ? 'by a link' : `by ${provider}`;
  return `${id}  ${account.name}, ${role}, ${by}, since ${at(times.startedAt)}, last used ${at(times.lastUsedAt)}, until ${at(times.endsAt)}`;
}
