import { z } from 'zod';
import { slug } from '../text/slug.ts';
import { change } from './drafts.ts';

/** Where a version is offered: to devices of the test systems, or to everybody. A policy chooses it by `?channel=test`. */
export const channel = z.enum(['test', 'live']);
export type Channel = z.infer<typeof channel>;

/** To whom a version is offered, and when. */
const reachFields = {
  channel,
  share: z.int().min(1).max(100).meta({ description: 'Per cent of devices' }),
  departments: z.array(z.string().min(1).max(120)).max(100).meta({ description: 'Departments of the policy; all if empty' }),
  from: z.iso.datetime().nullable().meta({ description: 'Offered from then on; at once if null' }),
  until: z.iso.datetime().nullable().meta({ description: 'No device shows it from then on' }),
} as const;

/** POST /desk/api/drafts/{id}/publish, and PUT /desk/api/packs/{id}/versions/{version}/reach with If-Match */
export const reach = z.strictObject(reachFields);
export type Reach = z.infer<typeof reach>;

/** offered: devices take it. stopped: no further device does. superseded: a higher version is for everybody. ended: its time is over. */
const releaseState = z.enum(['scheduled', 'offered', 'stopped', 'superseded', 'ended']);

/** POST /desk/api/drafts/{id}/publish answers it with 201; PUT …/reach and POST …/stop with 200. */
export const release = z.strictObject({
  version: z.int(),
  ...reachFields,
  state: releaseState,
  revision: z.int().meta({ description: 'In quotation marks, the ETag that If-Match has to name' }),
  stopReason: z.string().nullable().meta({ description: 'Why its roll-out was stopped, by the rule or by a person' }),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string().nullable().meta({ description: 'Name; null if it was published with the publishing token' }),
  approvedBy: z.string().nullable(),
  copyOf: z.int().nullable().meta({ description: 'The version whose content a roll-back brought back' }),
});
export type Release = z.infer<typeof release>;

/** GET /desk/api/packs/{id}/versions: highest version first. POST …/off, …/on (without a body) and …/roll-back answer it too. */
export const packVersions = z.strictObject({
  pack: slug,
  app: slug,
  isOff: z.boolean().meta({ description: 'Switched off on all devices' }),
  offReason: z.string().nullable(),
  revision: z.int().meta({ description: 'ETag for switching the pack off or on, and for a roll-back' }),
  releases: z.array(release),
});
export type PackVersions = z.infer<typeof packVersions>;

/** GET /desk/api/packs/{id}/changes?from=&to=: what differs between the contents of two published versions, in words. */
export const packChanges = z.strictObject({ from: z.int(), to: z.int(), changes: z.array(change) });
export type PackChanges = z.infer<typeof packChanges>;

/** POST /desk/api/packs/{id}/versions/{version}/stop, and POST /desk/api/packs/{id}/off, both with If-Match */
export const reason = z.strictObject({ reason: z.string().min(1).max(1000) });

/** POST /desk/api/packs/{id}/roll-back with If-Match: the content of an earlier version becomes the next version, for everybody. */
export const rollBack = z.strictObject({ to: z.int().min(1) });
