/** What of the locator the page gets. */
export { locateAll } from '../../src/locator/locate-all.ts';
export { observeControl } from '../../src/locator/page/observe-control.ts';
export { watch } from '../../src/locator/watch.ts';
