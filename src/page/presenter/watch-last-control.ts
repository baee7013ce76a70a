import { forEachWindow } from '../../dom/frames.ts';
import { interactiveElementOn } from '../../dom/interactive-elements.ts';
import { onTrusted } from '../../runtime/on-trusted.ts';

/** Returns the control of the page that the person touched last: what feedback is most likely about. It is sent only if they click. */
export function watchLastControl(lifetime: AbortSignal): () => Element | null {
  let last: WeakRef<Element> | undefined;
  const remember = (event: Event) => {
    const control = interactiveElementOn(event.composedPath());
    if (control) last = new WeakRef(control);
  };
  forEachWindow(window, lifetime, (view, documentLifetime) => {
    for (const type of ['pointerdown', 'focusin'])
      onTrusted(view, type, remember, documentLifetime, { capture: true, passive: true });
  });
  return () => {
    const control = last?.deref();
    return control?.isConnected ? control : null;
  };
}
