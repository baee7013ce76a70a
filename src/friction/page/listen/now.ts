/**
 * Milliseconds since the epoch, by the one clock that all facts of a page have: as precise as the page's own, and undisturbed when the
 * device's clock is set.
 */
export const now = (): number => performance.timeOrigin + performance.now();

/** A time of the clock of a window, such as that of an event, by the clock of all facts: the windows of a page start theirs at different times. */
export const timeIn = (view: Window, time: DOMHighResTimeStamp): number => now() - (view.performance.now() - time);
