import type { Context } from 'hono';
import type { SignedInEnv } from '../../auth/admit-roles.ts';
import type { HubDeps } from '../../http/hub-deps.ts';
import { revisionEtag } from '../../http/if-match.ts';
import { refuse } from '../../http/problem.ts';
import { describeReleases } from './describe-releases.ts';
import { readReleasedPack } from './read-releases.ts';
import { unknownPack, unknownVersion } from './release-problems.ts';
import type { Editor, WriteRefusal } from './release-write.ts';

type DeskContext = Context<SignedInEnv>;

export const editorOf = (c: DeskContext): Editor => ({ account: c.var.signIn.account, ifMatch: c.req.header('if-match') });

export const answerWrite = <S extends WriteRefusal['status']>(c: Context, { status, why, headers }: WriteRefusal<S>) =>
  refuse(c, status, why, headers);

async function describePack({ store, now }: HubDeps, id: string) {
  const found = await readReleasedPack(store, id);
  return found && describeReleases(store, id, found, now());
}

/** A pack with its releases; the ETag is its revision. */
export async function answerPack<S extends 200 | 201>(c: Context, hub: HubDeps, { id, status }: { id: string; status: S }) {
  const pack = await describePack(hub, id);
  return pack ? c.json(pack, status, { ETag: revisionEtag(pack.revision) }) : refuse(c, 404, unknownPack);
}

export interface ReleaseAnswer<S> {
  id: string;
  version: number;
  status: S;
}

/** One release; the ETag is its revision. */
export async function answerRelease<S extends 200 | 201>(c: Context, hub: HubDeps, { id, version, status }: ReleaseAnswer<S>) {
  const found = (await describePack(hub, id))?.releases.find((one) => one.version === version);
  return found ? c.json(found, status, { ETag: revisionEtag(found.revision) }) : refuse(c, 404, unknownVersion(version));
}
