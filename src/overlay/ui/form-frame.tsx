import { useState } from 'preact/hooks';
import type { Translate } from '../../runtime/translate.ts';
import { handler, onlyTrusted } from '../host/only-trusted.ts';

/** What a form needs besides its own page. */
export interface FormActions {
  /** Did the form in the frame come alive? */
  hasLoaded(url: string): Promise<boolean>;
  openWindow(url: string): void;
}

interface FormFrameProps {
  url: string;
  for: 'feedback' | 'answer';
  t: Translate;
  actions: FormActions;
}

/**
 * Words are typed in a frame of the extension's own, where the page hears no key. A page that embeds nothing without its leave
 * (Cross-Origin-Embedder-Policy) refuses the frame in Chromium: there the form gets a window of its own.
 */
export function FormFrame({ url, for: purpose, t, actions }: FormFrameProps) {
  const [frame, setFrame] = useState<'loading' | 'alive' | 'refused'>('loading');
  if (frame === 'refused')
    return (
      <>
        <p class="body">{t('formRefused')}</p>
        <div class="row">
          <button type="button" onClick={onlyTrusted(() => actions.openWindow(url))}>
            {t('formWindow')}
          </button>
        </div>
      </>
    );
  return (
    <iframe
      class={`form ${purpose} ${frame}`}
      src={url}
      title={t('formName')}
      onLoad={handler(() => actions.hasLoaded(url).then((hasLoaded) => setFrame(hasLoaded ? 'alive' : 'refused')))}
    />
  );
}
