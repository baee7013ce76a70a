import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { memberOf } from '../../../model/fault/schema-at.ts';
import type { ProposalTarget } from '../../../model/hub-api/desk-proposals.ts';
import type { Proposal } from '../../../model/hub-api/proposals.ts';
import { describeChanges } from '../../../packs/changes/describe-changes.ts';
import { packDrafts } from '../../store/draft-schema.ts';
import { packs } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { readSignedContent } from '../read-signed-content.ts';
import { guideIdsIn } from './replace-guide.ts';
import { contentWith } from './take-proposal.ts';

/** A page of choices; each is compared with the whole content of its pack. */
const MAX_TARGETS = 12;

/** Where a proposal can be taken: open drafts of packs for its app, and new drafts of what is published, each with what it would change. */
export async function readTargets(store: Store, proposal: Proposal): Promise<ProposalTarget[]> {
  const drafts = await store
    .select({ pack: packDrafts.pack, draft: packDrafts.id, draftState: packDrafts.state, content: packDrafts.content })
    .from(packDrafts)
    .where(and(eq(packDrafts.app, proposal.app), inArray(packDrafts.state, ['draft', 'in-review', 'approved'])))
    .orderBy(desc(packDrafts.updatedAt), packDrafts.id)
    .limit(MAX_TARGETS);
  const published = await store
    .selectDistinctOn([packs.id], { pack: packs.id, version: packs.version })
    .from(packs)
    .where(eq(packs.app, proposal.app))
    .orderBy(asc(packs.id), desc(packs.version))
    .limit(MAX_TARGETS);
  const targets = drafts.map(({ content, ...draft }) => describeTarget({ ...draft, version: null }, content, proposal));
  for (const { pack, version } of published) {
    const content = await readSignedContent(store, { id: pack, version });
    targets.push(describeTarget({ pack, draft: null, draftState: null, version }, content, proposal));
  }
  return targets.slice(0, MAX_TARGETS);
}

function describeTarget(
  place: Pick<ProposalTarget, 'pack' | 'draft' | 'draftState' | 'version'>,
  content: string,
  proposal: Proposal,
): ProposalTarget {
  const id = String(memberOf(proposal.guide, 'id'));
  const guides = guideIdsIn(content);
  const after = contentWith(content, proposal, id) ?? content;
  const changes = describeChanges(JSON.parse(content), JSON.parse(after));
  return { ...place, replaces: guides.includes(id), guides, changes };
}
