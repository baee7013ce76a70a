import { z } from 'zod';
import { backupState } from './backup/backup-job.ts';
import { askLockHolder } from './store/folder-lock.ts';

const secretRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('link'), name: z.string().min(1).max(120) }),
  z.strictObject({ ask: z.literal('token') }),
]);
export type SecretRequest = z.infer<typeof secretRequest>;

const backupRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('backup'), file: z.string().min(1).max(2000) }),
  z.strictObject({ ask: z.literal('backup state') }),
]);
export type BackupRequest = z.infer<typeof backupRequest>;

const folderRequest = z.union([secretRequest, backupRequest]);

const secretReply = z.strictObject({ secret: z.string().nullable() });

/**
 * Asks the hub that runs on a folder for a sign-in link or the first enrolment token, over its lock socket: the embedded store admits
 * one process only. Whoever may open the folder may ask. Undefined if no hub runs there, or if it is still opening its store.
 */
export const askRunningHub = (folder: string, request: SecretRequest) => askFolder(folder, request, secretReply);

/** Asks it to begin a backup into a file, or how far it is. */
export const askForBackup = (folder: string, request: BackupRequest) => askFolder(folder, request, backupState);

async function askFolder<T>(folder: string, request: SecretRequest | BackupRequest, reply: z.ZodType<T>): Promise<T | undefined> {
  const answer = await askLockHolder(folder, JSON.stringify(request));
  return answer ? reply.parse(JSON.parse(answer)) : undefined;
}

export interface FolderAnswers {
  secret(request: SecretRequest): Promise<string | null>;
  backup(request: BackupRequest): z.infer<typeof backupState>;
}

/** The hub's side of both. */
export async function answerFolderRequest(line: string, answers: FolderAnswers): Promise<string> {
  const request = folderRequest.parse(JSON.parse(line));
  if (request.ask === 'backup' || request.ask === 'backup state') return JSON.stringify(answers.backup(request));
  const reply: z.infer<typeof secretReply> = { secret: await answers.secret(request) };
  return JSON.stringify(reply);
}
