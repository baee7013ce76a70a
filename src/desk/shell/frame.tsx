import type { ComponentChildren } from 'preact';
import mark from '../mark.svg';
import { RouteLink } from './route-link.tsx';
import type { Router } from './router.ts';

interface FrameProps {
  name: string | null;
  router: Router;
  onSignOut: () => Promise<void>;
  children: ComponentChildren;
}

/** Header and navigation around every page of the desk. */
export function Frame({ name, router, onSignOut, children }: FrameProps) {
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
        {name !== null && <Navigation router={router} />}
        {name !== null && (
          <div class="frame-person">
            <bdi class="frame-name">{name}</bdi>
            <button type="button" class="button" onClick={onSignOut}>
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

function Navigation({ router }: { router: Router }) {
  const { view } = router.route.value;
  return (
    <nav class="frame-ways" aria-label="Desk">
      <RouteLink to={{}} router={router} current={view ? false : 'page'}>
        Backlog
      </RouteLink>
      <RouteLink to={{ view: 'answers' }} router={router} current={view === 'answers' ? 'page' : false}>
        Answers
      </RouteLink>
    </nav>
  );
}
