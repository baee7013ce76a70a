import { useState } from 'preact/hooks';
import type { Translate } from '../../runtime/translate.ts';
import { handler, onlyTrusted } from '../host/only-trusted.ts';

/** What a form in a frame needs from outside. */
export interface FormActions {
  /** Whether the form in the frame has loaded. */
  hasLoaded(url: string): Promise<boolean>;
  openWindow(url: string): void;
}

interface FormFrameProps {
  url: string;
  for: 'choices' | 'answer';
  t: Translate;
  actions: FormActions;
}

/**
 * Text is typed in a frame of the extension, where the page receives no key event. A page that restricts what it embeds
 * (Cross-Origin-Embedder-Policy) blocks the frame in Chromium; the form then opens in a window of its own.
 */
export function FormFrame({ url, for: purpose, t, actions }: FormFrameProps) {
  const [frame, setFrame] = useState<'loading' | 'alive' | 'refused'>('loading');
  if (frame === 'refused')
    return (
      <>
        <p class="body">{t(purpose === 'choices' ? 'choicesRefused' : 'formRefused')}</p>
        <div class="row">
          <button type="button" onClick={onlyTrusted(() => actions.openWindow(url))}>
            {t(purpose === 'choices' ? 'choicesWindow' : 'formWindow')}
          </button>
        </div>
      </>
    );
  return (
    <iframe
      class={`form ${purpose} ${frame}`}
      src={url}
      title={t(purpose === 'choices' ? 'feedbackTitle' : 'formName')}
      onLoad={handler(() => actions.hasLoaded(url).then((hasLoaded) => setFrame(hasLoaded ? 'alive' : 'refused')))}
    />
  );
}
