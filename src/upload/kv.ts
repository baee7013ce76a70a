import type { Kv as Values } from '../runtime/kv.ts';

/** Where upload keeps its enrolment and its state. */
export type Kv = Values;
