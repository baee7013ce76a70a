import { contentTargets } from './content-targets.ts';
import { extensionTargets } from './extension-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { hubTargets } from './hub-targets.ts';

/** Every parser at a boundary. */
export const fuzzTargets: readonly FuzzTarget[] = [...contentTargets, ...extensionTargets, ...hubTargets];
