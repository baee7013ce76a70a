/** Custom properties are the page's too: one that it registers counts in every shadow root, with its syntax, and may be inherited no more. */
const PREFIX = `c${Math.random().toString(36).slice(2)}-`;

/** The name under which one of ours goes on this page. */
export const customProperty = (name: string): string => `--${PREFIX}${name}`;

/** A style sheet of ours with its custom properties under their names of this page. */
export const prefixCustomProperties = (css: string): string => css.replaceAll('--', `--${PREFIX}`);
