/** `1 item`, `2 items`: a count with an English noun, whose plural takes an s unless it is given. */
export const plural = (count: number, noun: string, many = `${noun}s`): string => `${count} ${count === 1 ? noun : many}`;
