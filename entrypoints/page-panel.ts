import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFeedbackPanel } from '../src/page/presenter/start-feedback-panel.ts';

/** Injected after the overlay, once the person opens the feedback panel. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startFeedbackPanel());
