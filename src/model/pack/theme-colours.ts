/** Background colours of the overlay. */
export const BACKGROUNDS = { light: '#fffefb', dark: '#23211e' } as const;

/** Text colours that may be used on an accent colour. */
export const TEXT_COLOURS = ['#ffffff', '#10241f'] as const;
