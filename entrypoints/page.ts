import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startResident } from '../src/page/resident/start-resident.ts';

/** Runs in every page and frame of the policy's apps, and in no other. */
export default defineUnlistedScript(startResident);
