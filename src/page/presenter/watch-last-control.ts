import { forEachWindow } from '../../dom/frames.ts';
import { interactiveElementOn } from '../../dom/interactive-elements.ts';
import { on } from '../../runtime/lifetime.ts';

/** Returns the control of the page that the person touched last: what feedback is most likely about. It is sent only if they click. */
export function watchLastControl(lifetime: AbortSignal): () => Element | null {
  let last: WeakRef<Element> | undefined;
  const remember = (event: Event) => {
    const control = event.isTrusted && interactiveElementOn(event.composedPath());
    if (control) last = new WeakRef(control);
  };
  forEachWindow(window, lifetime, (view, documentLifetime) => {
    for (const type of ['pointerdown', 'focusin']) on(view, type, remember, documentLifetime, { capture: true, passive: true });
  });
  return () => {
    const control = last?.deref();
    return control?.isConnected ? control : null;
  };
}
