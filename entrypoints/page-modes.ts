import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startModes } from '../src/page/presenter/start-modes.ts';

/** Injected after the overlay, once the person asks to be shown a walkthrough, or to have its steps done. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startModes());
