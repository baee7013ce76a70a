import { afterAll, beforeAll, describe } from 'vitest';
import { openMemory } from '../../src/hub/store/open-folder.ts';
import { openPostgres } from '../../src/hub/store/open-postgres.ts';
import type { OpenStore, Store } from '../../src/hub/store/store.ts';
import { createDatabase } from '../run/shared-postgres.ts';
import { silent } from './silent-log.ts';

/** Runs the same tests on the embedded store and on PostgreSQL; the store is empty at first and shared by the tests of one run. */
export function onBothStores(tests: (store: () => Store) => void): void {
  on('PGlite', openMemory, tests);
  on('PostgreSQL', async () => openPostgres(await createDatabase(), silent), tests);
}

function on(name: string, open: () => Promise<OpenStore>, tests: (store: () => Store) => void): void {
  describe(name, () => {
    let opened: OpenStore;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    tests(() => opened.store);
  });
}
