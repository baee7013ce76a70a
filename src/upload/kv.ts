export type { Kv } from '../runtime/kv.ts';
