import { markPublished, readApprovedDraft } from '../../../../src/hub/packs/drafts/publish-draft.ts';
import type { Draft } from '../../../../src/model/hub-api/drafts.ts';
import { ask, type HubInTest, signedIn } from '../../hub-in-test.ts';
import { packOf } from '../../packs-in-test.ts';

/** A draft from its first line to published. */
export async function useDrafts(hub: HubInTest): Promise<void> {
  const [author, reviewer] = [await signedIn(hub, 'Ada', 'author'), await signedIn(hub, 'Ben', 'author')];
  const content = packOf({ id: 'drafted' });
  const made = await ask<Draft>(hub, 'POST /desk/api/drafts', { body: { content }, headers: author });
  const path = `/desk/api/drafts/${made.body.id}`;
  for (const read of ['/desk/api/drafts', path]) await ask(hub, `GET ${read}`, { headers: author });
  const steps = [
    [author, `PUT ${path}`, { content }],
    [author, `POST ${path}/submit`, undefined],
    [reviewer, `POST ${path}/approve`, { contentHash: made.body.contentHash }],
  ] as const;
  for (const [at, [who, what, body]] of steps.entries()) {
    const { status } = await ask(hub, what, { body, headers: { ...who, 'if-match': `"${at + 1}"` } });
    if (status !== 200) throw new Error(`${what} was answered ${status}`);
  }
  await hub.store.transaction(async (tx) => {
    const read = await readApprovedDraft(tx, made.body.id);
    if (!read.ok) throw new Error(`the draft is ${read.why}`);
    await markPublished(tx, made.body.id, { by: read.draft.updatedBy, now: hub.clock.now });
  });
}
