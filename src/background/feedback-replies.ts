import type { Ledger } from '../ledger/ledger.ts';
import type { FeedbackEntry } from '../model/entry/entry.ts';
import { guideKey } from '../model/pack/guide-key.ts';
import type { Pack } from '../model/pack/pack.ts';
import { matchesReplyTarget, type Reply } from '../model/pack/reply.ts';
import type { PersonalContent } from '../model/person/personal-content.ts';

/** Latest feedback compared with replies. */
const MAX_COMPARED = 500;

interface RepliedFeedback {
  entry: FeedbackEntry;
  pack: Pack;
  reply: Reply;
}

/** Every reply of these packs with the feedback of this person that it answers. The ledger is read here, and nothing of it leaves. */
export async function findReplies(ledger: Pick<Ledger, 'read'>, packs: readonly Pack[]): Promise<RepliedFeedback[]> {
  const replies = packs.flatMap((pack) =>
    pack.guides.flatMap((guide) => (guide.kind === 'reply' ? [{ pack, reply: guide }] : [])),
  );
  if (replies.length === 0) return [];
  const { rows } = await ledger.read({ kinds: ['feedback'], limit: MAX_COMPARED });
  const feedback = rows.flatMap(({ entry }) => (entry.kind === 'feedback' ? [entry] : []));
  return feedback.flatMap((entry) =>
    replies
      .filter(({ pack, reply }) => pack.app === entry.app && matchesReplyTarget(reply.to, entry))
      .map((found) => ({ entry, ...found })),
  );
}

/** For each reply that answers something of this person, the routes where they gave it. */
export async function routesOfReplies(ledger: Pick<Ledger, 'read'>, packs: readonly Pack[]): Promise<PersonalContent['replies']> {
  const found = Map.groupBy(await findReplies(ledger, packs), ({ pack, reply }) => guideKey({ pack: pack.id, guide: reply.id }));
  return Object.fromEntries([...found].map(([key, all]) => [key, { routes: [...new Set(all.map(({ entry }) => entry.route))] }]));
}
