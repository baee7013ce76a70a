import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startResident } from '../src/page/resident/start-resident.ts';

/** Runs in every page and frame of the policy's apps, and in no other. */
// A function written here: the builder leaves out its body, and with it the imports, where it reads the options alone.
export default defineUnlistedScript(() => startResident());
