import { nextFrame, observe } from '../../runtime/lifetime.ts';

/**
 * Calls `callback` in the frame after one of the elements got its first or another size. Changing our boxes in the observer's callback could
 * raise an error in the page, "ResizeObserver loop completed with undelivered notifications", and some apps show that to people. https://drafts.csswg.org/resize-observer/#deliver-resize-error
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
