import { createJsonLog } from '../../src/hub/log/log.ts';

/** A log that nobody reads. */
export const silent = createJsonLog({ write: () => undefined, minLevel: 'error', now: () => new Date() });
