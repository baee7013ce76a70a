import { forEachWindow } from '../../dom/for-each-window.ts';
import { on } from '../../runtime/lifetime.ts';

const interactive =
  'a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=checkbox],[role=radio],[role=tab],[role=menuitem],[role=option],[role=switch],[role=combobox],[contenteditable]';

/** The control of the page that the person touched last: what a click of feedback is most likely about. Nothing of it leaves unless they click. */
export function watchLastControl(lifetime: AbortSignal): () => Element | null {
  const last: { control: WeakRef<Element> | null } = { control: null };
  const note = (event: Event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath() as Element[];
    // A form's `matches` may be a field of that name.
    const control = path.find((one) => typeof one.matches === 'function' && one.matches(interactive));
    if (control) last.control = new WeakRef(control);
  };
  forEachWindow(window, lifetime, (view, life) => {
    for (const type of ['pointerdown', 'focusin']) on(view, type, note, life, { capture: true, passive: true });
  });
  return () => {
    const control = last.control?.deref();
    return control?.isConnected ? control : null;
  };
}
