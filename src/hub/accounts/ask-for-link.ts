import { z } from 'zod';
import { askHolder } from '../store/folder-lock.ts';

const asked = z.strictObject({ ask: z.literal('link'), name: z.string().min(1).max(120) });
const answered = z.strictObject({ url: z.string() });

/**
 * Asks the hub that holds the folder for a sign-in link, over its lock socket: the embedded store takes one process, so the hub that
 * has it open makes the link. Who may open the folder may do so. Undefined if no hub runs there, or
 * it is still opening its store.
 */
export async function askForLink(folder: string, name: string): Promise<string | undefined> {
  const said = await askHolder(folder, JSON.stringify({ ask: 'link', name }));
  return said ? answered.parse(JSON.parse(said)).url : undefined;
}

/** The other end of it. */
export async function answerLinkAsked(line: string, make: (name: string) => Promise<string>): Promise<string> {
  const { name } = asked.parse(JSON.parse(line));
  return JSON.stringify({ url: await make(name) });
}
