import type { ReplyOf } from '../../messaging/messages.ts';
import { type Proposal, proposal } from '../../model/hub-api/proposals.ts';
import type { Credit } from '../../model/pack/credit.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import { localize } from '../../model/text/text.ts';
import type { BackgroundDeps } from '../background-deps.ts';
import type { DraftStore } from './draft-store.ts';
import type { ProposalStore } from './proposal-store.ts';
import type { StoredProposal } from './stored-proposal.ts';

interface StudioProposalsDeps extends Pick<BackgroundDeps, 'upload'> {
  proposals: ProposalStore;
  drafts: Pick<DraftStore, 'change'>;
  now: () => number;
  onChange: () => Promise<void>;
}

type Outcome = { ok: true } | { ok: false; why: string };

/** As often as a proposal can be changed under its id: what was decided for good begins anew. */
const CHANGEABLE: readonly string[] = ['waiting', 'returned'];

/** Proposals of the person: on their way to the hub as feedback is, and what became of them. */
export function createStudioProposals({ proposals, drafts, upload, now, onChange }: StudioProposalsDeps) {
  /** A proposal that is still open is replaced; of one that was decided or withdrawn, the next is another. */
  async function idFor({ proposal: earlier }: StudioDraft): Promise<string> {
    const before = earlier === undefined ? undefined : await proposals.read(earlier);
    const isOpen = before && !before.phase.includes('withdraw') && CHANGEABLE.includes(before.atHub?.state ?? 'waiting');
    return isOpen ? before.id : crypto.randomUUID();
  }

  return {
    async propose(draft: StudioDraft, { credit, note }: { credit: Credit; note?: string | undefined }): Promise<Outcome> {
      const body = proposal.safeParse(bodyOf(draft, credit, note));
      if (!body.success) return { ok: false, why: 'Only walkthroughs and tips can be proposed.' };
      const id = await idFor(draft);
      const title = localize(draft.guide.title, [draft.language], draft.language).text;
      await proposals.put({ id, draft: draft.id, title, createdAt: now(), body: body.data });
      await drafts.change(draft.id, (before) => ({ ...before, credit, proposal: id }));
      await onChange();
      void upload.flush('click');
      return { ok: true };
    },
    async withdraw(id: string): Promise<Outcome> {
      if (!(await proposals.withdraw(id))) return { ok: false, why: 'There is no such proposal in this browser.' };
      await onChange();
      void upload.flush('click');
      return { ok: true };
    },
    /** All proposals, for their owner, who has then seen what became of them. */
    async show(): Promise<Extract<ReplyOf<'studio.proposals'>, { ok: true }>['proposals']> {
      const all = await proposals.all();
      if (all.some(({ isNews }) => isNews)) {
        await proposals.markSeen();
        await onChange();
      }
      return all.map(shown);
    },
    hasNews: async () => (await proposals.all()).some(({ isNews }) => isNews),
  };
}

function bodyOf({ app, language, guide, notes }: StudioDraft, credit: Credit, note: string | undefined): Proposal | undefined {
  if (guide.kind !== 'walkthrough' && guide.kind !== 'tip') return undefined;
  const ids = guide.kind === 'walkthrough' ? guide.steps.map(({ id }) => id) : [guide.id];
  const pictures = Object.fromEntries(ids.flatMap((id) => (notes[id]?.picture ? [[id, notes[id].picture]] : [])));
  return { app, language, guide, credit, pictures, ...(note && { note }) };
}

/** What the hub refused is returned to its owner with the reason, as if an author had. */
function shown({ id, title, phase, refusal, atHub }: StoredProposal) {
  const at = atHub ?? { id, state: 'waiting' as const, comment: null, guide: null, helped: null };
  const isSent = phase === 'sent' || phase === 'withdrawn';
  if (phase === 'to-withdraw' || phase === 'withdrawn') return { ...at, state: 'withdrawn' as const, title, isSent };
  if (phase === 'refused') return { ...at, state: 'returned' as const, comment: refusal ?? null, title, isSent: false };
  return {
    ...at,
    ...(phase === 'to-send' && { state: 'waiting' as const }),
    ...(refusal && { comment: refusal }),
    title,
    isSent,
  };
}
