import { wrap } from 'idb';
import { type LedgerDb, upgrades } from './shape.ts';

export interface LedgerLocation {
  /** Name of the database. */
  name: string;
  indexedDB: IDBFactory;
}

/**
 * Opens the ledger's database and upgrades it. A database that newer code has left behind is opened as it is. `onLost` is called when
 * the connection is of no use any more: closed by the browser, or given up so that another context can upgrade.
 */
export async function openLedger({ name, indexedDB }: LedgerLocation, onLost: () => void): Promise<LedgerDb> {
  const db = await open({ name, indexedDB }, upgrades.length).catch((fault: unknown) => {
    if (fault instanceof DOMException && fault.name === 'VersionError') return open({ name, indexedDB });
    throw fault;
  });
  db.addEventListener('versionchange', () => {
    db.close();
    onLost();
  });
  db.addEventListener('close', onLost);
  return db;
}

async function open({ name, indexedDB }: LedgerLocation, version?: number): Promise<LedgerDb> {
  const request = indexedDB.open(name, version);
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const db = wrap(request.result) as unknown as LedgerDb;
    for (const step of upgrades.slice(oldVersion)) step(db);
  });
  return (await wrap(request)) as unknown as LedgerDb;
}
