import { z } from 'zod';
import type { Fault } from '../model/fault/fault.ts';
import type { StoredItem } from '../runtime/stored-item.ts';

const fault: z.ZodType<Fault> = z.object({ path: z.string(), reason: z.string(), remedy: z.string() });

const sourceState = z.object({
  etag: z.string().optional(),
  /** `app/id` of the pack that it gave last. */
  lastPack: z.string().optional(),
  faults: z.array(fault).default([]),
});
/** What is stored of a source of packs. */
export type SourceState = z.infer<typeof sourceState>;

const shelvedPack = z.object({ source: z.string(), version: z.int(), digest: z.string() });

export const shelfIndex = z.object({ sources: z.record(z.string(), sourceState), packs: z.record(z.string(), shelvedPack) });
export type ShelfIndex = z.infer<typeof shelfIndex>;

export interface ShelfStore {
  index: StoredItem<ShelfIndex>;
  /** The signed pack with the name `app/pack`. Each is stored by itself, so that a change rewrites only that pack. */
  jws(name: string): StoredItem<string | null>;
}
