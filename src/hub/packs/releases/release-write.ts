import { eq } from 'drizzle-orm';
import type { Account } from '../../auth/account.ts';
import { type IfMatchResult, judgeIfMatch } from '../../http/if-match.ts';
import type { ProblemDetails } from '../../http/problem.ts';
import type { Signer } from '../../http/signer.ts';
import { accounts } from '../../store/account-schema.ts';
import type { Store } from '../../store/store.ts';
import type { ReleasedPack } from './read-releases.ts';

export interface ReleaseWriteDeps {
  store: Store;
  signer: Signer;
  now: Date;
}

/** Who changes a pack, and which revision they have seen. */
export interface Editor {
  account: Account;
  ifMatch: string | undefined;
}

type RefusalStatus = 400 | 404 | 409 | 412 | 428 | 503;

/** A write that is refused: the status, why, and headers of the answer. */
export interface WriteRefusal<S extends RefusalStatus = RefusalStatus> {
  ok: false;
  status: S;
  why: ProblemDetails;
  headers?: Record<string, string>;
}

export const refused = <S extends RefusalStatus>(status: S, why: ProblemDetails): WriteRefusal<S> => ({ ok: false, status, why });

/** Does the editor know the current revision, of the pack or of one of its releases? */
export async function judgeEditor(
  tx: Store,
  { ifMatch }: Editor,
  { what, revision, state }: { what: string; revision: number; state: ReleasedPack['state'] },
): Promise<IfMatchResult> {
  return judgeIfMatch(ifMatch, { what, revision, changedBy: await nameOf(tx, state.changedBy), changedAt: state.changedAt });
}

async function nameOf(tx: Store, account: string | null): Promise<string> {
  if (account === null) return 'the hub or the publishing token';
  const [found] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, account));
  return found?.name ?? 'somebody';
}
