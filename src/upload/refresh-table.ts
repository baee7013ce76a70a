import type { z } from 'zod';
import type { StoredItem } from '../runtime/stored-item.ts';
import { storedSecret } from './enrol.ts';
import { createHubClient, type HubClientDeps } from './hub-client.ts';
import type { PolicyHub } from './policy-hub.ts';

/** A table that a hub publishes once a week, as this device holds it. */
export interface StoredTable {
  /** Address of the hub that it is of. */
  hub: string;
  /** When the hub was asked last, in milliseconds of the device clock, with or without success. */
  askedAt: number;
  etag?: string | undefined;
}

/** A table changes once a week; a device learns of it within half a day. */
const ASK_EVERY_MS = 12 * 60 * 60_000;

interface RefreshTableDeps<T extends object> extends HubClientDeps {
  stored: StoredItem<StoredTable & T>;
  path: string;
  /** What a hub may answer. Of that, the fields of `empty` are stored. */
  schema: z.ZodType<T>;
  /** What a device has before it got the table. */
  empty: T;
}

/**
 * Fetches a whole table if it is time, so that the hub cannot learn from the request what of it is of interest here. A device that is not
 * enrolled has sent nothing and asks for nothing. What is held stays if the hub does not answer.
 */
export async function refreshTable<T extends object>(deps: RefreshTableDeps<T>, hub: PolicyHub): Promise<void> {
  const { stored, path, schema, empty } = deps;
  const held = await stored.get();
  const isSameHub = held.hub === hub.url;
  const now = deps.clock.now();
  const elapsed = now - held.askedAt;
  if (isSameHub && elapsed >= 0 && elapsed < ASK_EVERY_MS) return;
  if ((await storedSecret(deps.kv, hub)) === undefined) return;
  const known: StoredTable & T = isSameHub ? held : { hub: hub.url, askedAt: 0, ...empty };
  await stored.set({ ...known, askedAt: now });
  const result = await createHubClient(deps, hub)({ method: 'GET', path, etag: known.etag });
  if (!result.ok || result.answer.kind !== 'answered' || result.answer.status !== 200) return;
  const parsed = schema.safeParse(result.answer.body);
  if (!parsed.success) return;
  await stored.set({ hub: hub.url, askedAt: now, etag: result.answer.etag, ...pick(parsed.data, empty) });
}

function pick<T extends object>(from: T, fields: T): T {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, from[name as keyof T]])) as T;
}
