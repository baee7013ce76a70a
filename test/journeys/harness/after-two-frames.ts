/**
 * For the page: waits until two frames are drawn; says no if they are not within so many ms, as in a tab that is not shown. What of ours
 * follows a control takes its new place in the first or second frame after the control moved or grew, so two readings with nothing drawn
 * between them may both give a place that is left already.
 */
export const AFTER_TWO_FRAMES = `(within) => new Promise((drawn) => {
  setTimeout(drawn, within, false);
  requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)));
})`;
