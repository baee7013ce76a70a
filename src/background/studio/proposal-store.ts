import type { Connection } from '../../ledger/connection.ts';
import type { OwnProposals } from '../../model/hub-api/proposals.ts';
import type { ProposalOutbox } from '../../upload/proposal-outbox.ts';
import { type StoredProposal, storedProposal } from './stored-proposal.ts';
import type { StudioDb } from './studio-database.ts';

/** What people proposed, on this device: the way to the hub, and what became of it there. */
export interface ProposalStore extends ProposalOutbox {
  /** The latest first. */
  all(): Promise<StoredProposal[]>;
  read(id: string): Promise<StoredProposal | undefined>;
  /** Puts new content under an id, to be sent. */
  put(proposal: Pick<StoredProposal, 'id' | 'draft' | 'title' | 'createdAt' | 'body'>): Promise<void>;
  /** False if there is none with that id. What the hub has never been sent is simply deleted. */
  withdraw(id: string): Promise<boolean>;
  /** What the hub says of proposals of this device. */
  learn(atHub: OwnProposals['proposals']): Promise<void>;
  /** Their owner has seen what became of them. */
  markSeen(): Promise<void>;
}

export function createProposalStore(connection: Connection<StudioDb>): ProposalStore {
  const read = async (id: string) => parsed(await connection((db) => db.get('proposals', id)));
  const all = async () =>
    (await connection((db) => db.getAll('proposals')))
      .flatMap((stored) => parsed(stored) ?? [])
      .sort((a, b) => b.createdAt - a.createdAt);

  /** In one transaction; `change` returns null to delete the proposal, undefined to leave it. */
  const update = (
    id: string,
    change: (stored: StoredProposal | undefined) => StoredProposal | null | undefined,
  ): Promise<boolean> =>
    connection(async (db) => {
      const transaction = db.transaction('proposals', 'readwrite', { durability: 'strict' });
      const next = change(parsed(await transaction.store.get(id)));
      if (next === null) await transaction.store.delete(id);
      else if (next) await transaction.store.put(next);
      await transaction.done;
      return next !== undefined;
    });

  return {
    all,
    read,
    async put(proposal) {
      await update(proposal.id, (before) => ({
        ...proposal,
        edition: (before?.edition ?? 0) + 1,
        phase: 'to-send',
        mayBeAtHub: before?.mayBeAtHub ?? false,
      }));
    },
    withdraw: (id) =>
      update(id, (stored) => {
        if (!stored || stored.phase === 'withdrawn') return undefined;
        return stored.mayBeAtHub ? { ...stored, edition: stored.edition + 1, phase: 'to-withdraw' } : null;
      }),
    async learn(atHub) {
      for (const one of atHub) await update(one.id, (stored) => (stored ? learned(stored, one) : undefined));
    },
    async markSeen() {
      for (const { id, isNews } of await all())
        if (isNews) await update(id, (stored) => (stored ? { ...stored, isNews: false } : undefined));
    },
    async waiting() {
      const waiting = (await all()).filter(({ phase }) => phase === 'to-send' || phase === 'to-withdraw').toReversed();
      return waiting.map(({ id, edition, phase, body }) => ({ id, edition, ...(phase === 'to-send' && { body }) }));
    },
    async markAttempt(id) {
      await update(id, (stored) => stored && { ...stored, mayBeAtHub: true });
    },
    async settle({ id, edition }, outcome) {
      await update(id, (stored) => (stored?.edition === edition ? settled(stored, outcome) : undefined));
    },
  };
}

const parsed = (stored: unknown): StoredProposal | undefined => storedProposal.safeParse(stored).data;

function settled(stored: StoredProposal, outcome: Parameters<ProposalOutbox['settle']>[1]): StoredProposal {
  const { refusal: _, ...rest } = stored;
  if (stored.phase === 'to-withdraw')
    return outcome.is === 'done'
      ? { ...rest, phase: 'withdrawn' }
      : { ...rest, phase: 'sent', refusal: outcome.why, isNews: true };
  return outcome.is === 'done' ? { ...rest, phase: 'sent' } : { ...rest, phase: 'refused', refusal: outcome.why, isNews: true };
}

/** What waits to be sent again is not overtaken by what the hub said of earlier content. */
function learned(stored: StoredProposal, atHub: NonNullable<StoredProposal['atHub']>): StoredProposal | undefined {
  if (JSON.stringify(stored.atHub) === JSON.stringify(atHub)) return undefined;
  const isNews = stored.atHub !== undefined ? stored.atHub.state !== atHub.state : atHub.state !== 'waiting';
  return { ...stored, atHub, isNews: stored.isNews || isNews };
}
