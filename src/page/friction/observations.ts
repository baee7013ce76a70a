import type { ObservedControl } from '../../model/entry/control.ts';

/**
 * Observes controls for findings. A control that a finding may be about soon is observed while it is there: when the page is left there is no
 * time to, and after a change of the page it is gone.
 */
export function createObservations(
  observe: (element: Element) => Promise<ObservedControl | undefined>,
  page: { readonly isLeft: boolean },
) {
  const prepared = new WeakMap<Element, ObservedControl>();
  return {
    prepare(control: Element): void {
      void observe(control).then((observed) => observed && prepared.set(control, observed));
    },
    use(control: Element | undefined, send: (observed: ObservedControl | undefined) => void): void {
      const known = control && prepared.get(control);
      if (!control || page.isLeft || (known && !control.isConnected)) send(known);
      else void observe(control).then((observed) => send(observed ?? known));
    },
  };
}
