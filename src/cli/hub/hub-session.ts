import { join } from 'node:path';
import { z } from 'zod';
import { type Terminal, UsageError } from '../command.ts';
import { configFolder, deletePrivate, readPrivate, writePrivate } from './private-file.ts';

const hubSession = z.object({
  /** Address of the hub, without a slash at its end. */
  hub: z.url(),
  /** The cookie as the hub set it, name and secret: whoever has it is the person. */
  cookie: z.string(),
  /** Revisions that this person has read, by draft: a change is sent for what was read. */
  revisions: z.record(z.string(), z.int()).default({}),
});
/** A sign-in at a hub, kept between two calls of the command. */
export type HubSession = z.infer<typeof hubSession>;

const fileIn = (env: Terminal['env']): string => join(configFolder(env), 'session.json');

export const findSession = (env: Terminal['env']): Promise<HubSession | undefined> => readPrivate(fileIn(env), hubSession);

/** The sign-in. Without one nothing can be asked. */
export async function readSession(env: Terminal['env']): Promise<HubSession> {
  const session = await findSession(env);
  if (!session) throw new UsageError(`You are signed in at no hub. ${HOW_TO_SIGN_IN}`);
  return session;
}

export const saveSession = (env: Terminal['env'], session: HubSession): Promise<void> => writePrivate(fileIn(env), session);

export const forgetSession = (env: Terminal['env']): Promise<void> => deletePrivate(fileIn(env));

export const HOW_TO_SIGN_IN =
  'Ask whoever runs the hub for a sign-in link, and run: cairn sign-in LINK. The link is made by: node src/hub/start.mjs link --name NAME --role ROLE';
