import { z } from 'zod';
import { role } from '../model/hub-api/role.ts';
import { backupState } from './backup/backup-job.ts';
import { askLockHolder } from './store/folder-lock.ts';

const name = z.string().min(1).max(120);

const commandRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('link'), name: name.optional(), role: role.optional() }),
  z.strictObject({ ask: z.literal('token') }),
  z.strictObject({ ask: z.literal('sign-ins') }),
  /** By the id of a sign-in, or all of one person's name. */
  z.strictObject({ ask: z.literal('sign-out'), id: z.uuid().optional(), name: name.optional() }),
]);
export type CommandRequest = z.infer<typeof commandRequest>;

const backupRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('backup'), file: z.string().min(1).max(2000) }),
  z.strictObject({ ask: z.literal('backup state') }),
]);
export type BackupRequest = z.infer<typeof backupRequest>;

const folderRequest = z.union([commandRequest, backupRequest]);

const commandReply = z.strictObject({ text: z.string().nullable() });

/**
 * Asks the hub that runs on a folder to do what a command asks for, over its lock socket: the embedded store admits one process only.
 * Whoever may open the folder may ask. Undefined if no hub runs there, or if it is still opening its store.
 */
export const askRunningHub = (folder: string, request: CommandRequest) => askFolder(folder, request, commandReply);

/** Asks it to begin a backup into a file, or how far it is. */
export const askForBackup = (folder: string, request: BackupRequest) => askFolder(folder, request, backupState);

async function askFolder<T>(
  folder: string,
  request: CommandRequest | BackupRequest,
  reply: z.ZodType<T>,
): Promise<T | undefined> {
  const answer = await askLockHolder(folder, JSON.stringify(request));
  return answer ? reply.parse(JSON.parse(answer)) : undefined;
}

export interface FolderAnswers {
  fulfil(request: CommandRequest): Promise<string | null>;
  backup(request: BackupRequest): z.infer<typeof backupState>;
}

/** The hub's side of both. */
export async function answerFolderRequest(line: string, answers: FolderAnswers): Promise<string> {
  const request = folderRequest.parse(JSON.parse(line));
  if (request.ask === 'backup' || request.ask === 'backup state') return JSON.stringify(answers.backup(request));
  const reply: z.infer<typeof commandReply> = { text: await answers.fulfil(request) };
  return JSON.stringify(reply);
}
