import { z } from 'zod';
import { askLockHolder } from './store/folder-lock.ts';

const folderRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('link'), name: z.string().min(1).max(120) }),
  z.strictObject({ ask: z.literal('token') }),
]);
export type FolderRequest = z.infer<typeof folderRequest>;

const folderReply = z.strictObject({ secret: z.string().nullable() });
export type FolderReply = z.infer<typeof folderReply>;

/**
 * Asks the hub that runs on a folder for a sign-in link or the first enrolment token, over its lock socket: the embedded store admits
 * one process only. Whoever may open the folder may ask. Undefined if no hub runs there, or if it is still opening its store.
 */
export async function askRunningHub(folder: string, request: FolderRequest): Promise<FolderReply | undefined> {
  const reply = await askLockHolder(folder, JSON.stringify(request));
  return reply ? folderReply.parse(JSON.parse(reply)) : undefined;
}

/** The hub's side of `askRunningHub`. */
export async function answerFolderRequest(
  line: string,
  make: (request: FolderRequest) => Promise<string | null>,
): Promise<string> {
  const reply: FolderReply = { secret: await make(folderRequest.parse(JSON.parse(line))) };
  return JSON.stringify(reply);
}
