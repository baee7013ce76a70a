import { and, inArray, isNotNull, lte, ne, or } from 'drizzle-orm';
import type { DeskProposal, DeskProposals, DeskWithdrawal } from '../../../model/hub-api/desk-proposals.ts';
import type { ProposalState } from '../../../model/hub-api/proposals.ts';
import { localize, type Text } from '../../../model/text/text.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import { proposals } from '../../store/proposal-schema.ts';
import type { Store } from '../../store/store.ts';
import { type ProposalRow, readProposals } from './proposal-row.ts';

/** What waits for an author comes first. */
const ORDER: readonly ProposalState[] = ['waiting', 'returned', 'taken', 'live', 'declined'];

/** Proposals as the desk lists them, and those that their colleagues withdrew after they were taken. */
export async function listDeskProposals(store: Store, now: Date): Promise<DeskProposals> {
  const isReleased = and(ne(proposals.state, 'withdrawn'), lte(proposals.releasedAt, now));
  const isWithdrawn = and(inArray(proposals.state, ['withdrawn']), isNotNull(proposals.draft));
  const rows = await readProposals(store, or(isReleased, isWithdrawn), now);
  const listed = rows.filter(({ proposal }) => proposal !== null).sort(compareRows);
  const withdrawn = rows.filter(({ state }) => state === 'withdrawn');
  return { proposals: listed.map(toDeskProposal), withdrawals: await readWithdrawals(store, withdrawn) };
}

/** Within a state the latest day first, and within a day by the random ids of the desk: they tell in which order nothing arrived. */
function compareRows(one: ProposalRow, other: ProposalRow): number {
  const byState = ORDER.indexOf(one.state) - ORDER.indexOf(other.state);
  if (byState !== 0) return byState;
  if (one.day !== other.day) return one.day < other.day ? 1 : -1;
  return one.deskId < other.deskId ? -1 : 1;
}

/** A proposal without its guide, as the desk is given it. Its content is there. */
export function toDeskProposal(row: ProposalRow): DeskProposal {
  const { deskId: id, app, state, comment, day, revision, draft, pack, guide: placedAs } = row;
  const { guide, language, credit } = row.proposal!;
  const isTaken = state === 'taken' || state === 'live';
  return {
    ...{ id, app, language, state, comment, day, revision },
    kind: guide.kind === 'tip' ? 'tip' : 'walkthrough',
    title: localize(guide.title as Text, [language], language).text,
    steps: Array.isArray(guide.steps) ? guide.steps.length : 0,
    credit: credit ?? null,
    draft: isTaken ? draft : null,
    guide: isTaken ? `${pack}/${placedAs}` : null,
  };
}

/** Withdrawals that leave something to do: a draft that changed and is not published, or one that has to be. */
async function readWithdrawals(store: Store, rows: readonly ProposalRow[]): Promise<DeskWithdrawal[]> {
  const removals = rows.flatMap(({ removal }) => removal ?? []);
  const found =
    removals.length === 0
      ? []
      : await store
          .select({ id: packDrafts.id, state: packDrafts.state })
          .from(packDrafts)
          .where(inArray(packDrafts.id, removals));
  const stateOf = new Map(found.map(({ id, state }) => [id, state]));
  return rows.flatMap(({ deskId: id, removal, isOffered: isPublished, ...row }) => {
    const { pack, guide } = row;
    const draft = removal ?? row.draft;
    const draftState = removal === null ? row.draftState : stateOf.get(removal);
    if (pack === null || guide === null || draft === null || !draftState) return [];
    const isOpen = draftState !== 'published' && draftState !== 'discarded';
    return isOpen || isPublished ? { id, pack, guide, draft, draftState, isPublished } : [];
  });
}
