import type { Ledger } from '../ledger/ledger.ts';
import type { FeedbackEntry } from '../model/entry/entry.ts';
import type { Pack } from '../model/pack/pack.ts';
import { matchesReplyTarget } from '../model/pack/reply.ts';
import { guideKey } from '../model/person/guide-history.ts';
import type { PersonalContent } from '../model/person/personal-content.ts';

/** So much of what the person said is compared, newest first. */
const MAX_COMPARED = 500;

/** Which replies answer what this person said, and where they said it: the ledger is read here, and nothing of it leaves. */
export async function findOwnReplies(ledger: Pick<Ledger, 'read'>, packs: readonly Pack[]): Promise<PersonalContent['replies']> {
  const replies = packs.flatMap(({ id: pack, app, guides }) =>
    guides.flatMap((guide) => (guide.kind === 'reply' ? [{ key: guideKey({ pack, guide: guide.id }), app, to: guide.to }] : [])),
  );
  if (replies.length === 0) return {};
  const { rows } = await ledger.read({ kinds: ['feedback'], limit: MAX_COMPARED });
  const feedback = rows.flatMap(({ entry }) => (entry.kind === 'feedback' ? [entry] : []));
  const routesOf = (app: string, fits: (given: FeedbackEntry) => boolean) => [
    ...new Set(feedback.filter((given) => given.app === app && fits(given)).map(({ route }) => route)),
  ];
  const matches = replies.map(
    ({ key, app, to }) => [key, { routes: routesOf(app, (given) => matchesReplyTarget(to, given)) }] as const,
  );
  return Object.fromEntries(matches.filter(([, { routes }]) => routes.length > 0));
}
