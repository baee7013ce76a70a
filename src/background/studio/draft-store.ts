import type { Connection } from '../../ledger/connection.ts';
import type { Fault } from '../../model/fault/fault.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { readDraft } from './judge-draft.ts';
import type { StudioDb, UndoContent } from './studio-database.ts';
import { UnfitDraftError } from './unfit-draft-error.ts';

/** Versions that undo can go back through; the oldest are forgotten first. */
const MAX_VERSIONS = 100;

interface DraftRead {
  draft: StudioDraft;
  canUndo: boolean;
  canRedo: boolean;
}

interface UnreadableDraft {
  id: string;
  fault: Fault;
}

/** Drafts with their undo history, on this device. Whatever resolves is on the disk. */
export interface DraftStore {
  /** The latest changed first. */
  all(): Promise<StudioDraft[]>;
  read(id: string): Promise<DraftRead | undefined>;
  /** What is stored and is no draft, with what is wrong with it. It stays as it is until it is removed. */
  unreadable(): Promise<UnreadableDraft[]>;
  create(draft: StudioDraft): Promise<void>;
  /**
   * Reads, changes and writes in one transaction. What `change` returns becomes the next version and gets the next revision; undefined
   * leaves the draft as it is. Returns the draft afterwards; undefined if there is none with that id. Throws where it is no draft: nothing is
   * stored that could not be read again.
   */
  change(id: string, change: (draft: StudioDraft) => StudioDraft | undefined): Promise<StudioDraft | undefined>;
  /** Goes to the version before, or after; undefined if there is none. */
  undo(id: string): Promise<StudioDraft | undefined>;
  redo(id: string): Promise<StudioDraft | undefined>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
}

export function createDraftStore(connection: Connection<StudioDb>, now: () => number): DraftStore {
  const change: DraftStore['change'] = (id, makeNext) =>
    writing(connection, async ({ drafts, versions }) => {
      const stored = await drafts.get(id);
      const before = parsed(stored?.draft);
      if (!stored || !before) return undefined;
      const next = makeNext(before);
      if (!next) return before;
      const draft = storable({ ...next, id, revision: before.revision + 1, changedAt: now() });
      const at = stored.at + 1;
      await versions.delete(IDBKeyRange.bound([id, at], [id, Number.MAX_SAFE_INTEGER]));
      await versions.delete(IDBKeyRange.bound([id, 0], [id, Math.max(0, at - MAX_VERSIONS)]));
      await versions.put({ draft: id, at, content: contentOf(draft) });
      await drafts.put({ id, at, draft });
      return draft;
    });

  const move = (id: string, by: 1 | -1): Promise<StudioDraft | undefined> =>
    writing(connection, async ({ drafts, versions }) => {
      const stored = await drafts.get(id);
      const before = parsed(stored?.draft);
      const version = stored && (await versions.get([id, stored.at + by]));
      const draft = parsed(
        before && version && { ...before, ...version.content, revision: before.revision + 1, changedAt: now() },
      );
      if (draft && version) await drafts.put({ id, at: version.at, draft });
      return draft;
    });

  return {
    async all() {
      const stored = await connection((db) => db.getAll('drafts'));
      return stored.flatMap(({ draft }) => parsed(draft) ?? []).sort((a, b) => b.changedAt - a.changedAt);
    },
    async read(id) {
      const stored = await connection((db) => db.get('drafts', id));
      const draft = parsed(stored?.draft);
      if (!stored || !draft) return undefined;
      const has = async (at: number) => (await connection((db) => db.getKey('versions', [id, at]))) !== undefined;
      return { draft, canUndo: await has(stored.at - 1), canRedo: await has(stored.at + 1) };
    },
    async unreadable() {
      const stored = await connection((db) => db.getAll('drafts'));
      return stored.flatMap(({ id, draft }) => {
        const read = readDraft(draft);
        return read.ok ? [] : { id, fault: { ...read.faults[0]!, remedy: 'Delete the draft, and record it again.' } };
      });
    },
    async create(made) {
      const draft = storable(made);
      await writing(connection, async ({ drafts, versions }) => {
        await versions.put({ draft: draft.id, at: 1, content: contentOf(draft) });
        await drafts.put({ id: draft.id, at: 1, draft });
      });
    },
    change,
    undo: (id) => move(id, -1),
    redo: (id) => move(id, 1),
    async remove(id) {
      await writing(connection, async ({ drafts, versions }) => {
        await versions.delete(IDBKeyRange.bound([id, 0], [id, Number.MAX_SAFE_INTEGER]));
        await drafts.delete(id);
      });
    },
    async removeAll() {
      await writing(connection, async ({ drafts, versions }) => {
        await versions.clear();
        await drafts.clear();
      });
    },
  };
}

const contentOf = ({ language, guide, notes }: StudioDraft): UndoContent => ({ language, guide, notes });

/** What is no draft in an older or a damaged store is left alone. */
const parsed = (draft: unknown): StudioDraft | undefined => {
  const read = readDraft(draft);
  return read.ok ? read.draft : undefined;
};

function storable(draft: StudioDraft): StudioDraft {
  const read = readDraft(draft);
  if (!read.ok) throw new UnfitDraftError(read.faults[0]!);
  return draft;
}

const storesIn = (db: StudioDb) => {
  const transaction = db.transaction(['drafts', 'versions'], 'readwrite', { durability: 'strict' });
  return { transaction, drafts: transaction.objectStore('drafts'), versions: transaction.objectStore('versions') };
};

/** One transaction, which succeeds or fails as a whole. */
function writing<T>(
  connection: Connection<StudioDb>,
  act: (stores: Omit<ReturnType<typeof storesIn>, 'transaction'>) => Promise<T>,
): Promise<T> {
  return connection(async (db) => {
    const { transaction, ...stores } = storesIn(db);
    const done = transaction.done;
    // A failed request rejects `done` too, but the request's own error says more.
    done.catch(() => undefined);
    try {
      const result = await act(stores);
      await done;
      return result;
    } catch (error) {
      if (!transaction.error) transaction.abort();
      throw transaction.error ?? error;
    }
  });
}
