import type { ComponentChildren } from 'preact';
import type { Identity } from '../../model/hub-api/sign-ins.ts';
import { KeyCaps } from '../kit/key-caps.tsx';
import mark from '../mark.svg';
import type { DeskDeps } from './desk-deps.ts';
import { type Place, Rail } from './rail.tsx';
import type { View } from './router.ts';

interface FrameProps extends Pick<DeskDeps, 'router' | 'signIn' | 'commands' | 'texts'> {
  identity: Identity | null;
  /** The pages that the role may see. */
  places: readonly Place[];
  shown: View | undefined;
  children: ComponentChildren;
}

/** Navigation and header around every page of the desk. */
export function Frame({ identity, places, shown, router, signIn, commands, texts, children }: FrameProps) {
  const { frame } = texts;
  const openPalette = () => commands.commands.value.find(({ id }) => id === 'desk.palette')?.run();
  return (
    <div class="frame" data-signed-in={identity !== null}>
      <a class="skip" href="#main">
        {frame.skip}
      </a>
      <header class="frame-head">
        <a class="frame-home" href="/desk/">
          <img src={mark} alt="" width="28" height="28" />
          <span class="rail-label">
            Cairn <span class="quiet">{frame.desk}</span>
          </span>
        </a>
        {identity && <Rail places={places} shown={shown} router={router} texts={texts} />}
        {identity && (
          <div class="frame-person">
            <button type="button" class="button frame-commands" onClick={openPalette}>
              <span class="rail-label">{frame.commands}</span> <KeyCaps keys="Mod+K" />
            </button>
            <span class="frame-name">
              <bdi>{identity.name}</bdi> <span class="quiet">{identity.role}</span>
            </span>
            <button type="button" class="button" onClick={signIn.signOut}>
              {frame.signOut}
            </button>
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
