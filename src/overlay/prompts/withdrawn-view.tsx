import { useLayoutEffect, useRef } from 'preact/hooks';
import type { LocalizedWalkthrough } from '../../model/pack/localized-guide.ts';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';
import { useDocked } from '../placement/use-docked.ts';
import { takeLostFocus } from './take-lost-focus.ts';

interface WithdrawnProps {
  guide: LocalizedWalkthrough;
  t: Translate;
  close: () => void;
  /** Moves the focus back to the page. */
  returnFocus: () => void;
}

/** Says that the walkthrough that was on screen has been withdrawn, in place of its card. */
export function WithdrawnView({ guide, t, close, returnFocus }: WithdrawnProps) {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useDocked(box, { as: 'prompt' });
  useLayoutEffect(() => takeLostFocus(button.current!, returnFocus), []);
  const leave = () => {
    const hadFocus = box.current?.matches(':focus-within');
    close();
    if (hadFocus) returnFocus();
  };
  const text = t('guideWithdrawn', guide.title.text);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      ref={box}
      class="undo"
      role="group"
      aria-label={text}
      onKeyDown={onlyTrusted<KeyboardEvent>((event) => event.key === 'Escape' && leave())}
    >
      <p dir="auto">{text}</p>
      <button ref={button} type="button" class="main" onClick={onlyTrusted(leave)}>
        {t('close')}
      </button>
    </div>
  );
}
