import { nextFrame, observe } from '../../runtime/lifetime.ts';

/**
 * Calls `act` in the frame after one of the elements got its first or another size. In the observer's own turn a change of our boxes could
 * end as an error of the page, "ResizeObserver loop completed with undelivered notifications", and apps show people that something is
 * wrong. https://drafts.csswg.org/resize-observer/#deliver-resize-error
 */
export function onResize(elements: readonly Element[], callback: () => void, lifetime: AbortSignal): void {
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled) return;
    isScheduled = true;
    nextFrame(() => {
      isScheduled = false;
      callback();
    }, lifetime);
  };
  observe(ResizeObserver, schedule, lifetime, (sizes) => {
    for (const element of elements) sizes.observe(element);
  });
}
