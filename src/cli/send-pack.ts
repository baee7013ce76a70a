import { explainConnection } from './explain-connection.ts';
import { explainStrangeAnswer, readProblem } from './hub/explain-answer.ts';

interface SendPackOptions {
  /** Address of the hub, without a slash at its end. */
  hub: string;
  jws: string;
  token: string;
  env: Readonly<Record<string, string | undefined>>;
  timeoutMs?: number;
}

export type SendPackResult = { ok: true; isDuplicate: boolean } | { ok: false; why: string };

/** A hub on a slow line takes two megabytes in this time. */
const TIMEOUT_MS = 60_000;

/** Publishes a signed pack, or says why it was not published and what to do. */
export async function sendPack({ hub, jws, token, env, timeoutMs = TIMEOUT_MS }: SendPackOptions): Promise<SendPackResult> {
  try {
    const answer = await fetch(`${hub}/v1/packs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/jose' },
      body: jws,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer(answer, await readJson(answer), hub);
  } catch (error) {
    return { ok: false, why: explainConnection(error, { hub, env }) };
  }
}

const readJson = (answer: Response): Promise<Record<string, unknown> | undefined> => answer.json().catch(() => undefined);

function readAnswer(answer: Response, body: Record<string, unknown> | undefined, hub: string): SendPackResult {
  if (answer.ok && typeof body?.id === 'string') return { ok: true, isDuplicate: body.duplicate === true };
  const problem = readProblem(body);
  if (!problem) return { ok: false, why: explainStrangeAnswer(answer, hub) };
  return { ok: false, why: `${problem.detail} ${COMMAND_REMEDIES[problem.kind] ?? problem.remedy}`.trim() };
}

/** What the person at the command line does about a problem, where the hub's own advice is for other callers. */
const COMMAND_REMEDIES: Record<string, string> = {
  'wrong-token': 'Set CAIRN_PUBLISH_TOKEN to the value with which the hub was started.',
  'version-held': 'Raise "version" in the pack, sign it again and publish it.',
  'id-taken': 'Give the pack another "id", sign it again and publish it; or correct its "app".',
};
