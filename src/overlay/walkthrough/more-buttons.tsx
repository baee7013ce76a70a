import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Translate } from '../../runtime/translate.ts';
import { onlyTrusted } from '../host/only-trusted.ts';

/** What is rarely wanted, behind a button that shows it. Escape hides it again. */
export function MoreButtons({ t, children }: { t: Translate; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const close = onlyTrusted<KeyboardEvent>((event) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
    toggle.current?.focus();
  });
  return (
    <fieldset class="more" aria-label={t('moreActions')} onKeyDown={close}>
      <button
        ref={toggle}
        type="button"
        aria-label={t('moreActions')}
        aria-expanded={isOpen}
        onClick={onlyTrusted(() => setOpen(!isOpen))}
      >
        …
      </button>
      {isOpen && <div class="row">{children}</div>}
    </fieldset>
  );
}
