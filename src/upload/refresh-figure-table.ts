import { type FigureTable, figureTable } from '../model/hub-api/figure-table.ts';
import type { StoredItem } from '../runtime/stored-item.ts';
import type { HubClientDeps } from './hub-client.ts';
import type { PolicyHub } from './policy-hub.ts';
import { refreshTable, type StoredTable } from './refresh-table.ts';

/** The hub's figures as this device holds them. */
export type StoredFigureTable = StoredTable & FigureTable;

/** Fetches every published figure, if it is time. */
export const refreshFigureTable = (
  deps: HubClientDeps & { stored: StoredItem<StoredFigureTable> },
  hub: PolicyHub,
): Promise<void> =>
  refreshTable<FigureTable>({ ...deps, path: '/v1/figures', schema: figureTable, empty: { week: null, figures: [] } }, hub);
