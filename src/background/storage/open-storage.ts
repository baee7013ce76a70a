import { getOrInsert } from '../../runtime/get-or-insert.ts';
import { createStoredItem, type ItemArea, isVersioned, type StoredItem } from '../../runtime/stored-item.ts';
import { type Forgetting, type StorageRow, type StorageTable, storageTable } from './storage-table.ts';

/** As much of `browser.storage` as is used. */
export interface StorageAreas {
  local: StorageArea;
  session: StorageArea;
}
export interface StorageArea extends ItemArea {
  get(key: string | null): Promise<Record<string, unknown>>;
}

type ItemOf<R> = R extends { isFamily: true } & StorageRow<infer T>
  ? (name: string) => StoredItem<T>
  : R extends StorageRow<infer T>
    ? StoredItem<T>
    : never;

/** An item for each row of the table; for a family, a function that gives the item of a name. */
export type StoredItems = { [K in keyof StorageTable]: ItemOf<StorageTable[K]> };

export interface ExtensionStorage {
  items: StoredItems;
  /** Everything stored about the person, by its key. */
  readPersonal(): Promise<Record<string, unknown>>;
  /** Deletes of that what the table says. */
  forgetPersonal(forgetting: Forgetting): Promise<void>;
}

type AnyRow = StorageRow<unknown> & { isFamily: boolean };
const table = storageTable as unknown as Record<string, AnyRow>;

/**
 * Opens the stored items of the table. There is one item for each key, so that all who change a value go through the same mutex.
 *
 * @param onInvalid is told once of each key whose value is invalid
 */
export function openStorage(areas: StorageAreas, onInvalid: (key: string, error: unknown) => void): ExtensionStorage {
  const opened = new Map<string, StoredItem<unknown>>();
  const reported = new Set<string>();

  function reportOnce(key: string, error: unknown): void {
    if (reported.has(key)) return;
    reported.add(key);
    onInvalid(key, error);
  }

  const itemAt = (key: string, row: AnyRow): StoredItem<unknown> =>
    getOrInsert(opened, key, () => createStoredItem({ ...row, area: areas[row.area], key, onInvalid: reportOnce }));

  const items = Object.entries(table).map(([name, row]) => [
    name,
    row.isFamily ? (member: string) => itemAt(`${name}.${member}`, row) : itemAt(name, row),
  ]);

  /** Keys in use that are about the person. */
  async function personalKeys(): Promise<{ key: string; row: AnyRow; stored: unknown }[]> {
    const [local, session] = await Promise.all([areas.local.get(null), areas.session.get(null)]);
    return Object.entries({ ...local, ...session }).flatMap(([key, stored]) => {
      const row = rowOf(key);
      return row && row.personal !== 'no' ? [{ key, row, stored }] : [];
    });
  }

  return {
    items: Object.fromEntries(items) as StoredItems,
    async readPersonal() {
      const personal = await personalKeys();
      return Object.fromEntries(personal.map(({ key, stored }) => [key, isVersioned(stored) ? stored.value : stored]));
    },
    async forgetPersonal(forgetting) {
      for (const { key, row } of await personalKeys()) {
        const { personal } = row;
        if (personal === 'deleted') await itemAt(key, row).reset();
        if (typeof personal === 'function') await itemAt(key, row).update((value) => personal(value, forgetting));
      }
    },
  };
}

function rowOf(key: string): AnyRow | undefined {
  const [name] = key.split('.', 1);
  const row = Object.hasOwn(table, name!) ? table[name!] : undefined;
  return row && (row.isFamily ? key.startsWith(`${name}.`) : key === name) ? row : undefined;
}
