/** What of the locator the overlay gets; what names controls for records is in a script of its own. */
export { locateAll } from '../../src/locator/locate-all.ts';
export { watch } from '../../src/locator/watch.ts';
