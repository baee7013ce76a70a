import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startActs } from '../src/page/presenter/start-acts.ts';

/** Injected after the overlay, once a walkthrough has a step that waits for another act on its control than a click. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startActs());
