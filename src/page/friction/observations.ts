import type { ObservedControl } from '../../model/entry/control.ts';

/**
 * Observes controls for findings. A control that a finding may be about soon is observed while it is there: when the page is left there is no
 * time to, and after a change of the page it is gone. A finding whose control is being observed as the page is left is sent with what is
 * known by then.
 */
export function createObservations(observe: (element: Element) => Promise<ObservedControl | undefined>) {
  const prepared = new WeakMap<Element, ObservedControl>();
  const waiting = new Set<() => void>();
  let isLeft = false;
  return {
    prepare(control: Element): void {
      void observe(control).then((observed) => observed && prepared.set(control, observed));
    },
    use(control: Element | undefined, send: (observed: ObservedControl | undefined) => void): void {
      const known = () => control && prepared.get(control);
      if (!control || isLeft || (known() && !control.isConnected)) {
        send(known());
        return;
      }
      const settle = (observed?: ObservedControl) => {
        if (waiting.delete(sendKnown)) send(observed ?? known());
      };
      const sendKnown = () => settle();
      waiting.add(sendKnown);
      void observe(control).then(settle);
    },
    /** The page is being left. */
    leave(): void {
      isLeft = true;
      for (const sendKnown of waiting) sendKnown();
    },
    /** The person is back on the page, as it was. */
    comeBack(): void {
      isLeft = false;
    },
  };
}
