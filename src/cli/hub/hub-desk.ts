import type { Terminal } from '../command.ts';
import { askDesk, type DeskRequest } from './desk-client.ts';
import { type HubSession, readSession, saveSession } from './hub-session.ts';

export interface HubDesk {
  hub: string;
  ask<T>(request: DeskRequest<T>): Promise<T>;
  /** The revision of a draft that this person read last. */
  revisionRead(draft: string): number | undefined;
  /** The person has read this revision, or made it. */
  noteRevision(draft: string, revision: number): Promise<void>;
}

/** The hub at which the person is signed in. */
export async function openDesk({ env }: Pick<Terminal, 'env'>): Promise<HubDesk> {
  let session: HubSession = await readSession(env);
  return {
    hub: session.hub,
    ask: async (request) => (await askDesk({ ...session, env }, request)).value,
    revisionRead: (draft) => session.revisions[draft],
    async noteRevision(draft, revision) {
      if (session.revisions[draft] === revision) return;
      session = { ...session, revisions: { ...session.revisions, [draft]: revision } };
      await saveSession(env, session);
    },
  };
}
