/** Milliseconds since the epoch, as precise as the page's own clock; frames and page agree. */
export const now = (): number => performance.timeOrigin + performance.now();
