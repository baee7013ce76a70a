import type { Ledger } from '../../src/ledger/ledger.ts';
import type { FeedbackEntry } from '../../src/model/entry.ts';
import type { OwnContent } from '../../src/model/own-content.ts';
import type { Pack } from '../../src/model/pack.ts';
import { isAnswered } from '../../src/model/reply.ts';
import { settledKey } from '../../src/model/settled.ts';

/** So much of what the person said is compared, newest first. */
const most = 500;

/** Which replies answer what this person said, and where they said it: the ledger is read here, and nothing of it leaves. */
export async function ownReplies(ledger: Pick<Ledger, 'read'>, packs: readonly Pack[]): Promise<OwnContent['replies']> {
  const replies = packs.flatMap(({ id: pack, app, guides }) =>
    guides.flatMap((guide) =>
      guide.kind === 'reply' ? [{ key: settledKey({ pack, guide: guide.id }), app, to: guide.to }] : [],
    ),
  );
  if (replies.length === 0) return {};
  const { rows } = await ledger.read({ kinds: ['feedback'], limit: most });
  const said = rows.flatMap(({ entry }) => (entry.kind === 'feedback' ? [entry] : []));
  const routesOf = (app: string, fits: (given: FeedbackEntry) => boolean) => [
    ...new Set(said.filter((given) => given.app === app && fits(given)).map(({ route }) => route)),
  ];
  const own = replies.map(({ key, app, to }) => [key, { routes: routesOf(app, (given) => isAnswered(to, given)) }] as const);
  return Object.fromEntries(own.filter(([, { routes }]) => routes.length > 0));
}
