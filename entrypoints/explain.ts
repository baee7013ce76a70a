import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startExplain } from '../src/page/explain/start-explain.ts';

/** Injected when an author or an admin asks why something is, or is not, shown on an open page. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startExplain());
