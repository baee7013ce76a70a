import { nameTable } from '../model/hub-api/name-table.ts';
import type { StoredItem } from '../runtime/stored-item.ts';
import type { HubClientDeps } from './hub-client.ts';
import type { PolicyHub } from './policy-hub.ts';
import { refreshTable, type StoredTable } from './refresh-table.ts';

/** The hub's name table as this device holds it. */
export interface StoredNameTable extends StoredTable {
  /** Fingerprints of names that many people have met, in alphabetical order. */
  fingerprints: string[];
}

/** Fetches the fingerprints of the names that are common, if it is time. */
export const refreshNameTable = (deps: HubClientDeps & { stored: StoredItem<StoredNameTable> }, hub: PolicyHub): Promise<void> =>
  refreshTable<{ fingerprints: string[] }>({ ...deps, path: '/v1/names', schema: nameTable, empty: { fingerprints: [] } }, hub);
