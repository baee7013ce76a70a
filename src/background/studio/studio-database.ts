import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Connection, createConnection } from '../../ledger/connection.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { StoredProposal } from './stored-proposal.ts';

/** What undo brings back. */
export type UndoContent = Pick<StudioDraft, 'language' | 'guide' | 'notes'>;

interface StudioShape extends DBSchema {
  /** `at`: which of its versions is in force. */
  drafts: { key: string; value: { id: string; at: number; draft: StudioDraft } };
  /** The versions of a draft, by its id and their order. */
  versions: { key: [draft: string, at: number]; value: { draft: string; at: number; content: UndoContent } };
  proposals: { key: string; value: StoredProposal };
}
export type StudioDb = IDBPDatabase<StudioShape>;

const VERSION = 1;

/** The studio's own database: drafts with their history, and what was proposed. It is opened at the first use. */
export const studioDatabase = (name = 'cairn-studio'): Connection<StudioDb> =>
  createConnection<StudioDb>((onLost) => {
    const opening = openDB<StudioShape>(name, VERSION, {
      upgrade(db) {
        db.createObjectStore('drafts', { keyPath: 'id' });
        db.createObjectStore('versions', { keyPath: ['draft', 'at'] });
        db.createObjectStore('proposals', { keyPath: 'id' });
      },
      blocking() {
        void opening.then((db) => db.close());
        onLost();
      },
      terminated: onLost,
    });
    return opening;
  });
