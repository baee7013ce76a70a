import type { DraftDetail } from '../../../model/hub-api/drafts.ts';
import { describeChanges } from '../../../packs/changes/describe-changes.ts';
import type { Account } from '../../auth/account.ts';
import type { Store } from '../../store/store.ts';
import { readPublished } from '../read-published.ts';
import { readAuthors, readDraftRow, toDraft } from './draft-row.ts';
import { findFaults } from './find-faults.ts';

/** A draft with everything but its content, and the content as the JSON text that was sent. */
export interface ReadDetail {
  detail: Omit<DraftDetail, 'content'>;
  content: string;
}

/** A draft with its faults and what it changes, as an account is given it. */
export async function readDraftDetail(
  store: Store,
  id: string,
  { account, now }: { account: Account; now: Date },
): Promise<ReadDetail | undefined> {
  const row = await readDraftRow(store, id, { lock: false });
  if (!row) return undefined;
  const upTo = row.state === 'published' ? row.version - 1 : undefined;
  const [authors, published] = await Promise.all([readAuthors(store, [id]), readPublished(store, row.pack, upTo)]);
  const detail = {
    ...toDraft(row, authors.get(id) ?? [], account),
    faults: findFaults(row.content, now),
    comparedWith: published?.version ?? null,
    changes: describeChanges(published?.document, JSON.parse(row.content)),
  };
  return { detail, content: row.content };
}

/** The detail as JSON, with the content as it was written: parsing and writing it again could change it. */
export const writeDetail = ({ detail, content }: ReadDetail): string =>
  `${JSON.stringify(detail).slice(0, -1)},"content":${content}}`;
