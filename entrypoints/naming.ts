import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startNaming } from '../src/page/naming/start-naming.ts';

/** Injected when a control is to be named in a record: what feedback or friction is about. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startNaming());
