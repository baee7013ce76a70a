import { z } from 'zod';
import type { Fault } from '../model/fault/fault.ts';
import type { StoredItem } from '../runtime/stored-item.ts';
import type { OfferedRelease } from './choose-version.ts';

const fault: z.ZodType<Fault> = z.object({ path: z.string(), reason: z.string(), remedy: z.string() });

/** The newest pack of one name that a source gave with one key: that key's next one may not be older. */
const versionFloor = z.object({ name: z.string(), signer: z.string(), version: z.int(), digest: z.string() });
export type VersionFloor = z.infer<typeof versionFloor>;

const offeredRelease: z.ZodType<OfferedRelease> = z.object({
  version: z.int(),
  share: z.number(),
  departments: z.array(z.string()).optional(),
  until: z.string().optional(),
  hasContent: z.boolean(),
});

/** What a hub offered last of a pack, without the content. */
const shelvedRelease = z.object({ pack: z.string(), isOff: z.boolean(), offered: z.array(offeredRelease) });
export type ShelvedRelease = z.infer<typeof shelvedRelease>;

const sourceState = z.object({
  etag: z.string().optional(),
  /** ETag of a release document in which something was refused. */
  refusedEtag: z.string().optional(),
  /** Present while the source answers with release documents. */
  release: shelvedRelease.optional(),
  /** `app/id` of the pack that it gave last. */
  lastPack: z.string().optional(),
  floors: z.array(versionFloor).default([]),
  faults: z.array(fault).default([]),
});
/** What is stored of a source of packs. */
export type SourceState = z.infer<typeof sourceState>;

const shelvedPack = z.object({
  source: z.string(),
  signer: z.string(),
  version: z.int(),
  digest: z.string(),
  /** From then on it is not shown. */
  until: z.string().optional(),
});
export type ShelvedPack = z.infer<typeof shelvedPack>;

export const shelfIndex = z.object({ sources: z.record(z.string(), sourceState), packs: z.record(z.string(), shelvedPack) });
export type ShelfIndex = z.infer<typeof shelfIndex>;

export interface ShelfStore {
  index: StoredItem<ShelfIndex>;
  /** The signed pack with the name `app/pack`. Each is stored by itself, so that a change rewrites only that pack. */
  jws(name: string): StoredItem<string | null>;
}
