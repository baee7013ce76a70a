import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startStudio } from '../src/page/studio/start-studio.ts';

/** Injected where the person records how they do something, or points at a control, if the policy permits that. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startStudio());
