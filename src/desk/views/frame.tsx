import type { ComponentChildren } from 'preact';
import mark from '../mark.svg';
import type { Whereabouts } from '../place.ts';
import { PlaceLink } from './place-link.tsx';

interface FrameProps {
  name: string | null;
  place: Whereabouts;
  onSignOut: () => Promise<void>;
  children: ComponentChildren;
}

/** What stands around every page of the desk. */
export function Frame({ name, place, onSignOut, children }: FrameProps) {
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
        {name !== null && <Ways place={place} />}
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

function Ways({ place }: { place: Whereabouts }) {
  const { view } = place.here.value;
  return (
    <nav class="frame-ways" aria-label="Desk">
      <PlaceLink to={{}} place={place} current={view ? false : 'page'}>
        Backlog
      </PlaceLink>
      <PlaceLink to={{ view: 'answers' }} place={place} current={view === 'answers' ? 'page' : false}>
        Answers
      </PlaceLink>
    </nav>
  );
}
