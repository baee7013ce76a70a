import type { ComponentChildren } from 'preact';
import type { Identity } from '../../model/hub-api/sign-ins.ts';
import mark from '../mark.svg';
import type { DeskDeps } from './desk-deps.ts';
import { RouteLink } from './route-link.tsx';
import { type Router, routeTo, type View } from './router.ts';

export interface NavigationLink {
  view: View;
  title: string;
  key: string;
}

interface FrameProps extends Pick<DeskDeps, 'router' | 'signIn'> {
  identity: Identity | null;
  /** The pages that the role may see. */
  links: readonly NavigationLink[];
  shown: View | undefined;
  children: ComponentChildren;
}

/** Header and navigation around every page of the desk. */
export function Frame({ identity, links, shown, router, signIn, children }: FrameProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="frame-head">
        <a class="frame-home" href="/desk/">
          <img src={mark} alt="" width="28" height="28" />
          <span>
            Cairn <span class="quiet">desk</span>
          </span>
        </a>
        {identity && <Navigation links={links} shown={shown} router={router} />}
        {identity && (
          <div class="frame-person">
            <span class="frame-name">
              <bdi>{identity.name}</bdi> <span class="quiet">{identity.role}</span>
            </span>
            <button type="button" class="button" onClick={signIn.signOut}>
              Sign out
            </button>
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Navigation({ links, shown, router }: { links: readonly NavigationLink[]; shown: View | undefined; router: Router }) {
  return (
    <nav class="frame-ways" aria-label="Desk">
      {links.map(({ view, title }) => (
        <RouteLink key={view} to={routeTo(view)} router={router} current={view === shown ? 'page' : false}>
          {title}
        </RouteLink>
      ))}
    </nav>
  );
}
