import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOverlay } from '../src/page/presenter/start-overlay.ts';

/** Injected when there is something to show: locator, player and overlay. */
export default defineUnlistedScript(startOverlay);
