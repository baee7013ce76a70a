import { loadavg } from 'node:os';

/** Processes that wait for a processor, on average of a minute, on a machine that is busy with something else than us. */
const BUSY_LOAD = 6;

export const isMachineBusy = (): boolean => loadavg()[0]! > BUSY_LOAD;
