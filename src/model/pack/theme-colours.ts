/** The grounds that text and rings of the overlay stand on. */
export const BACKGROUNDS = { light: '#fffefb', dark: '#23211e' } as const;

/** The inks that may stand on an accent. */
export const TEXT_COLOURS = ['#ffffff', '#10241f'] as const;
