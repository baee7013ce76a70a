import { useRef } from 'preact/hooks';
import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import { createTimer } from '../../runtime/lifetime.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useDocked } from '../placement/use-docked.ts';
import { useLayoutLifetime } from '../ui/use-lifetime.ts';
import { takeLostFocus } from './take-lost-focus.ts';

/** Milliseconds that a guide can be taken back in place; longer while the pointer or the focus is there. */
const UNDO_MS = 8000;

interface UndoProps {
  guide: LocalizedGuide;
  t: Translate;
  actions: Pick<ContentActions, 'restore' | 'leaveHidden'>;
  /** Moves the focus back to the page. */
  returnFocus: () => void;
}

/** Says which guide the person has just hidden, and takes that back for a while. Later it is among the hidden guides of the side panel. */
export function UndoView({ guide, t, actions, returnFocus }: UndoProps) {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDocked(box, { as: 'prompt' });
  const endWith = (act: () => void) => {
    const hadFocus = box.current?.matches(':focus-within');
    act();
    if (hadFocus) returnFocus();
  };
  useLayoutLifetime((lifetime) => {
    const timer = createTimer(lifetime);
    const wait = () =>
      timer.start(UNDO_MS, () => (box.current?.matches(':hover, :focus-within') ? wait() : endWith(actions.leaveHidden)));
    wait();
    takeLostFocus(button.current!, returnFocus);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={box}
      class="undo"
      role="group"
      aria-label={t('guideHidden', guide.title.text)}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && endWith(actions.leaveHidden))}
    >
      <p dir="auto">{t('guideHidden', guide.title.text)}</p>
      <button ref={button} type="button" class="main" onClick={onlyTrusted(() => endWith(() => actions.restore(guide)))}>
        {t('undo')}
      </button>
    </div>
  );
}
