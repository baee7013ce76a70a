import { on } from '../../src/runtime/lifetime.ts';

const interactive =
  'a[href],button,input,select,textarea,summary,[role=button],[role=link],[role=checkbox],[role=radio],[role=tab],[role=menuitem],[role=option],[role=switch],[role=combobox],[contenteditable]';

/** The control of the page that the person touched last: what a click of feedback is most likely about. Nothing of it leaves unless they click. */
export function watchLastControl(lifetime: AbortSignal): () => Element | null {
  const last: { control: WeakRef<Element> | null } = { control: null };
  const note = (event: Event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((one): one is Element => one instanceof Element);
    const control = path.find((element) => element.matches(interactive));
    if (control) last.control = new WeakRef(control);
  };
  on(window, 'pointerdown', note, lifetime, { capture: true, passive: true });
  on(window, 'focusin', note, lifetime, { capture: true, passive: true });
  return () => {
    const control = last.control?.deref();
    return control?.isConnected ? control : null;
  };
}
