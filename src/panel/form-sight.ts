import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ask } from '../messaging/ask.ts';
import { guardPresses } from '../presses/guard-presses.ts';
import { observeVisibility } from '../presses/observed-visibility.ts';
import type { SightSource } from '../presses/visibility.ts';
import type { Translate } from '../runtime/translate.ts';

interface FormSightDeps {
  ask: Ask;
  t: Translate;
  ticket: string;
  /** False in a window of its own, which no page can cover. */
  isInPage: boolean;
  lifetime: AbortSignal;
}

/** Whether the person sees the form that they press in. */
export interface FormSight {
  /**
   * Asks the script of the page around the form as well: it knows whether the form has moved, and looks where the browser reports nothing. By
   * keyboard a person goes on at their own speed; `detail` counts the presses of a pointer.
   */
  isSeen(press: { detail?: number }): Promise<boolean>;
  /** Says why a press was not taken. */
  note: ReadonlySignal<string>;
}

export function createFormSight({ ask, t, ticket, isInPage, lifetime }: FormSightDeps): FormSight {
  const note = signal('');
  let refusals = 0;

  async function isSeen({ detail = 0 }: { detail?: number }): Promise<boolean> {
    if (!isInPage) return true;
    const checked = await ask('form.check', { key: ticket });
    if (checked.ok && checked.verdict === 'early' && detail > 0) return false;
    if (!checked.ok || checked.verdict === 'hidden') return refuse();
    [refusals, note.value] = [0, ''];
    return true;
  }

  /** Rising above what covers the form has not helped when it happens again: then the form opens where no page can cover it. */
  function refuse(): false {
    refusals += 1;
    note.value = t(refusals > 1 ? 'pressElsewhere' : 'pressRefused');
    if (refusals === 2) void ask('form.window', { key: ticket });
    return false;
  }

  if (isInPage)
    guardPresses({
      ...{ root: document, lifetime, parts: 'main', isCovered: () => false },
      watchVisibility: import.meta.env.FIREFOX ? seenSinceLoaded : (onChange) => observeVisibility(lifetime, onChange),
      onHidden: () => void isSeenByPage().then(refuse),
    });

  /** The page script lets Cairn rise if it finds the form covered. */
  const isSeenByPage = () => ask('form.check', { key: ticket });

  return { isSeen, note };
}

/** Where the browser reports nothing, the script of the page around the form judges alone. */
function seenSinceLoaded(): SightSource {
  const since = performance.now();
  return { watch: () => {}, sightOf: () => ({ is: 'visible', since, wasHidden: false }) };
}
