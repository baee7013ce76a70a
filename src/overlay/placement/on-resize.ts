import { nextFrame, observe } from '../../runtime/lifetime.ts';

/**
 * Calls `act` in the frame after one of the elements got its first or another size. In the observer's own turn a change of our boxes could
 * end as an error of the page, "ResizeObserver loop completed with undelivered notifications", and apps show people that something is
 * wrong. https://drafts.csswg.org/resize-observer/#deliver-resize-error
 */
export function onResize(elements: readonly Element[], callback: () => void, lifetime: AbortSignal): void {
  const now = { waits: false };
  const schedule = () => {
    if (now.waits) return;
    now.waits = true;
    nextFrame(() => {
      now.waits = false;
      callback();
    }, lifetime);
  };
  observe(new ResizeObserver(schedule), lifetime, (sizes) => {
    for (const element of elements) sizes.observe(element);
  });
}
