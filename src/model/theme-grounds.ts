/** The grounds that text and rings of the overlay stand on. */
export const papers = { light: '#fffefb', dark: '#23211e' } as const;

/** The inks that may stand on an accent. */
export const inks = ['#ffffff', '#10241f'] as const;
