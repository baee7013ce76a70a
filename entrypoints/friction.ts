import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startFriction } from '../src/page/friction/start-friction.ts';

/** Injected where the policy has friction detected. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startFriction());
