/** `1 item`, `2 items`: a count with an English noun whose plural takes an s. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
