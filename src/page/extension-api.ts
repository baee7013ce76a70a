import type { Browser } from 'webextension-polyfill';

const world = globalThis as unknown as { browser?: Browser; chrome?: Browser };

/**
 * The extension's API as page scripts use it: to send a message, hear one, read a word. Both browsers have these with promises of their
 * own, so the polyfill's 3 kB stay out of every page.
 */
export const browser = (world.browser ?? world.chrome) as Browser;
