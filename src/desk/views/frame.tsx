import type { ComponentChildren } from 'preact';
import mark from '../mark.svg';

interface FrameProps {
  name: string | null;
  onSignOut: () => Promise<void>;
  children: ComponentChildren;
}

/** What stands around every page of the desk. */
export function Frame({ name, onSignOut, children }: FrameProps) {
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
