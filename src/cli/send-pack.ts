import { parseUrl } from '../model/text/parse-url.ts';
import { explainConnection } from './explain-connection.ts';

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
  const { status } = answer;
  if (typeof body?.detail === 'string' && typeof body.type === 'string' && body.type.startsWith('urn:cairn:problem:'))
    return { ok: false, why: `${body.detail} ${remedyFor(body)}`.trim() };
  const location = answer.headers.get('location');
  if (status >= 300 && status < 400 && location)
    return { ok: false, why: `${hub} leads to ${originOf(location, hub)}. Give that with --hub, if it is the hub.` };
  return {
    ok: false,
    why: `${hub} answered with HTTP ${status}, and not as a hub does. ${STATUS_REMEDIES[status] ?? NOT_A_HUB}`,
  };
}

/** What the person at the command line does about a problem, where the hub's own advice is for other callers. */
const COMMAND_REMEDIES: Record<string, string> = {
  'wrong-token': 'Set CAIRN_PUBLISH_TOKEN to the value with which the hub was started.',
  'version-held': 'Raise "version" in the pack, sign it again and publish it.',
  'id-taken': 'Give the pack another "id", sign it again and publish it; or correct its "app".',
};

function remedyFor({ type, remedy }: Record<string, unknown>): string {
  return COMMAND_REMEDIES[String(type).replace('urn:cairn:problem:', '')] ?? (typeof remedy === 'string' ? remedy : '');
}

const NOT_A_HUB = 'Check the address: it is what the policy has as "hub.url".';
const STATUS_REMEDIES: Record<number, string> = {
  401: 'A proxy or gateway before the hub wants a sign-in: let it pass requests to /v1 through.',
  403: 'A proxy or gateway before the hub refuses it: let it pass POST requests to /v1/packs through.',
  413: 'A proxy before the hub limits the size of requests: allow 2 MB.',
  502: 'A proxy answers, and the hub behind it does not: start the hub.',
  503: 'A proxy answers, and the hub behind it does not: start the hub.',
  504: 'A proxy answers, and the hub behind it does not: start the hub.',
};

const originOf = (location: string, hub: string): string => parseUrl(location, hub)?.origin ?? location.slice(0, 80);
