import { useRef } from 'preact/hooks';
import type { Translate } from '../runtime/translate.ts';

/** What is needed seldom: the page with settings and status. */
export function PanelMenu({ openStatus, t }: { openStatus: () => void; t: Translate }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    menu.current!.open = false;
    menu.current!.querySelector('summary')!.focus();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <summary aria-label={t('more')} title={t('more')}>
        <span aria-hidden="true">⋯</span>
      </summary>
      <div class="menu-items">
        <button
          type="button"
          onClick={() => {
            close();
            openStatus();
          }}
        >
          {t('openStatus')}
        </button>
      </div>
    </details>
  );
}
