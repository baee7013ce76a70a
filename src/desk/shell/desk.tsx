import { RetryScreen } from '../kit/retry-screen.tsx';
import { CommandDialogs } from './commands/command-dialogs.tsx';
import type { DeskDeps } from './desk-deps.ts';
import { allowedViews, type DeskPages } from './desk-pages.ts';
import { Frame } from './frame.tsx';
import { NotAllowed } from './not-allowed.tsx';
import { SignedOut } from './signed-out.tsx';
import { useShellCommands } from './use-shell-commands.ts';

/** The whole desk. What it shows depends on whether somebody is signed in, on the role, and then on the route. */
export function Desk({ pages, ...desk }: DeskDeps & { pages: DeskPages }) {
  const { signIn, announcer, router } = desk;
  const session = signIn.state.value;
  const identity = session.at === 'in' ? session.identity : null;
  const views = identity ? allowedViews(pages, identity) : [];
  const view = router.route.value.view ?? views[0];
  const Page = view && views.includes(view) ? pages[view].page : null;
  const places = views.map((one) => ({ view: one, title: pages[one].title, key: pages[one].key, group: pages[one].group }));
  useShellCommands(desk, { places, isSignedIn: identity !== null });
  return (
    <Frame identity={identity} places={places} shown={view} {...desk}>
      {session.at === 'opening' && <p class="quiet opening">Opening the desk…</p>}
      {session.at === 'out' && <SignedOut state={session} hub={desk.hub} />}
      {session.at === 'waiting' && <RetryScreen failure={session.failure} retry={session.retry} />}
      {identity && (Page ? <Page {...desk} /> : <NotAllowed identity={identity} title={view && pages[view].title} />)}
      <CommandDialogs {...desk} />
      <p class="unseen" role="status">
        {announcer.message}
      </p>
    </Frame>
  );
}
