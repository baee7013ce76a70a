import { z } from 'zod';
import { slug } from '../text/slug.ts';

/** The media type by which a device asks a hub for all that it offers of a pack, and by which the hub answers. */
export const RELEASE_TYPE = 'application/vnd.cairn.release+json';

/** Versions that a hub offers of one pack: one for everybody, and one that is being rolled out. */
export const MAX_OFFERED = 2;

const offered = z.object({
  version: z.int().min(1),
  jws: z
    .string()
    .optional()
    .meta({ description: 'The pack as signed. Left out once its roll-out was stopped or its time is over: who has it keeps it' }),
  share: z.int().min(0).max(100).meta({ description: 'Per cent of devices that take it; 0 where `jws` is left out' }),
  departments: z
    .array(z.string().min(1).max(120))
    .max(100)
    .optional()
    .meta({ description: 'Departments of the policy that it is for; all if left out' }),
  until: z.iso
    .datetime()
    .optional()
    .meta({ description: 'From then on no device shows it. It can be set or changed after a device took the version' }),
});
export type OfferedVersion = z.infer<typeof offered>;

/**
 * GET /v1/packs/{id} with `Accept: application/vnd.cairn.release+json`. Every device gets the same document and chooses by itself, so that
 * no request tells its department. Fields that a device does not know are ignored.
 */
export const releaseDocument = z.object({
  format: z.literal('cairn-release/1'),
  pack: slug,
  versions: z.array(offered).max(MAX_OFFERED).meta({ description: 'Highest version first' }),
  isOff: z.boolean().meta({ description: 'Switched off: no device shows the pack until this is false' }),
});
export type ReleaseDocument = z.infer<typeof releaseDocument>;
