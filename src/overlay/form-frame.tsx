import { useState } from 'preact/hooks';
import type { Say } from '../runtime/say.ts';
import { trusted } from './trusted.ts';

/** What a form needs besides its own page. */
export interface FormActs {
  /** Did the form in the frame come alive? */
  isAlive(url: string): Promise<boolean>;
  openWindow(url: string): void;
}

interface FormFrameProps {
  url: string;
  for: 'feedback' | 'answer';
  say: Say;
  acts: FormActs;
}

/**
 * Words are typed in a frame of the extension's own, where the page hears no key. A page that embeds nothing without its leave
 * (Cross-Origin-Embedder-Policy) refuses the frame in Chromium: there the form gets a window of its own.
 */
export function FormFrame({ url, for: purpose, say, acts }: FormFrameProps) {
  const [frame, setFrame] = useState<'loading' | 'alive' | 'refused'>('loading');
  if (frame === 'refused')
    return (
      <>
        <p class="body">{say('formRefused')}</p>
        <div class="row">
          <button type="button" onClick={trusted(() => acts.openWindow(url))}>
            {say('formWindow')}
          </button>
        </div>
      </>
    );
  return (
    <iframe
      class={`form ${purpose} ${frame}`}
      src={url}
      title={say('formName')}
      onLoad={() => void acts.isAlive(url).then((alive) => setFrame(alive ? 'alive' : 'refused'))}
    />
  );
}
