import { z } from 'zod';
import type { Fault } from '../model/fault/fault.ts';
import type { StoredItem } from '../runtime/stored-item.ts';

const fault: z.ZodType<Fault> = z.object({ path: z.string(), reason: z.string(), remedy: z.string() });

/** The newest pack of one name that a source gave with one key: that key's next one may not be older. */
const versionFloor = z.object({ name: z.string(), signer: z.string(), version: z.int(), digest: z.string() });
export type VersionFloor = z.infer<typeof versionFloor>;

const sourceState = z.object({
  etag: z.string().optional(),
  /** `app/id` of the pack that it gave last. */
  lastPack: z.string().optional(),
  floors: z.array(versionFloor).default([]),
  faults: z.array(fault).default([]),
});
/** What is stored of a source of packs. */
export type SourceState = z.infer<typeof sourceState>;

const shelvedPack = z.object({ source: z.string(), signer: z.string(), version: z.int(), digest: z.string() });
export type ShelvedPack = z.infer<typeof shelvedPack>;

export const shelfIndex = z.object({ sources: z.record(z.string(), sourceState), packs: z.record(z.string(), shelvedPack) });
export type ShelfIndex = z.infer<typeof shelfIndex>;

export interface ShelfStore {
  index: StoredItem<ShelfIndex>;
  /** The signed pack with the name `app/pack`. Each is stored by itself, so that a change rewrites only that pack. */
  jws(name: string): StoredItem<string | null>;
}
