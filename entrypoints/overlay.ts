import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOverlay } from '../src/page/presenter/start-overlay.ts';

/** Injected when there is something to show: locator, player and overlay. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startOverlay());
