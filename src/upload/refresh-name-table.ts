import { nameTable } from '../model/hub-api/name-table.ts';
import type { StoredItem } from '../runtime/stored-item.ts';
import { storedSecret } from './enrol.ts';
import { createHubClient, type HubClientDeps } from './hub-client.ts';
import type { PolicyHub } from './policy-hub.ts';

/** The hub's name table as this device holds it. */
export interface StoredNameTable {
  /** Address of the hub that it is of. */
  hub: string;
  /** When the hub was asked last, in milliseconds of the device clock, with or without success. */
  askedAt: number;
  etag?: string | undefined;
  /** Fingerprints of names that many people have met, in alphabetical order. */
  fingerprints: string[];
}

/** The table changes once a week; a device learns of it within half a day. */
const ASK_EVERY_MS = 12 * 60 * 60_000;

interface RefreshNameTableDeps extends HubClientDeps {
  stored: StoredItem<StoredNameTable>;
}

/**
 * Fetches the whole name table if it is time, so that the hub cannot learn from the request which names are met here. A device that is not
 * enrolled has sent no fingerprint and asks for nothing. What is held stays if the hub does not answer.
 */
export async function refreshNameTable(deps: RefreshNameTableDeps, hub: PolicyHub): Promise<void> {
  const held = await deps.stored.get();
  const isSameHub = held.hub === hub.url;
  const now = deps.clock.now();
  const elapsed = now - held.askedAt;
  if (isSameHub && elapsed >= 0 && elapsed < ASK_EVERY_MS) return;
  if ((await storedSecret(deps.kv, hub)) === undefined) return;
  const known: StoredNameTable = isSameHub ? held : { hub: hub.url, askedAt: 0, fingerprints: [] };
  await deps.stored.set({ ...known, askedAt: now });
  const result = await createHubClient(deps, hub)({ method: 'GET', path: '/v1/names', etag: known.etag });
  if (!result.ok || result.answer.kind !== 'answered' || result.answer.status !== 200) return;
  const parsed = nameTable.safeParse(result.answer.body);
  if (!parsed.success) return;
  await deps.stored.set({ hub: hub.url, askedAt: now, etag: result.answer.etag, fingerprints: parsed.data.fingerprints });
}
