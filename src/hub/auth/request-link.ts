import { z } from 'zod';
import { askLockHolder } from '../store/folder-lock.ts';

const linkRequest = z.strictObject({ ask: z.literal('link'), name: z.string().min(1).max(120) });
const linkReply = z.strictObject({ url: z.string() });

/**
 * Asks the hub that holds the folder for a sign-in link, over its lock socket: the embedded store takes one process, so the hub that
 * has it open makes the link. Who may open the folder may do so. Undefined if no hub runs there, or
 * it is still opening its store.
 */
export async function requestLink(folder: string, name: string): Promise<string | undefined> {
  const reply = await askLockHolder(folder, JSON.stringify({ ask: 'link', name }));
  return reply ? linkReply.parse(JSON.parse(reply)).url : undefined;
}

/** The other end of it. */
export async function answerLinkRequest(line: string, createLink: (name: string) => Promise<string>): Promise<string> {
  const { name } = linkRequest.parse(JSON.parse(line));
  return JSON.stringify({ url: await createLink(name) });
}
