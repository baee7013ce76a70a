import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startContent } from '../src/page/content/start-content.ts';

/** Injected after the overlay, once the page has a notice, a question, a reply or a checklist. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startContent());
