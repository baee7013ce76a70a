import type { Fault } from '../model/fault/fault.ts';
import { MAX_OFFERED, RELEASE_TYPE } from '../model/hub-api/release-document.ts';
import { readWithin } from '../runtime/read-within.ts';
import { MAX_JWS_CHARS } from './read-jws.ts';

export type FetchPackResult =
  | { ok: true; changed: true; jws: string; etag?: string }
  /** The text of a release document: all that a hub offers of the pack. */
  | { ok: true; changed: true; release: string; etag?: string }
  | { ok: true; changed: false }
  | { ok: false; code: 'offline' | 'http' | 'too-long'; why: Fault };

interface PackRequest {
  url: string;
  /** Of the stored pack: the server does not send it again while it is unchanged. */
  etag?: string | undefined;
  fetch: typeof fetch;
  /** Additional headers, such as this install's secret for its hub. With these no redirect is followed: they are for that address only. */
  headers?: Record<string, string> | undefined;
  /** For the whole response, in milliseconds. */
  timeout?: number;
  lifetime?: AbortSignal | undefined;
}

/** Longest release document: the packs that it may hold, and to whom each is offered. */
const MAX_RELEASE_BYTES = MAX_OFFERED * MAX_JWS_CHARS + 200_000;
const ACCEPT = `${RELEASE_TYPE}, application/jose, text/plain;q=0.9, */*;q=0.1`;

/** Fetches a signed pack, or what a hub offers of it. Never rejects: an unreachable server, an error status and a body that is too long are results. */
export async function fetchPack(request: PackRequest): Promise<FetchPackResult> {
  const { url, etag, headers, timeout = 20_000, lifetime } = request;
  const timer = AbortSignal.timeout(timeout);
  try {
    const answer = await request.fetch(url, {
      headers: { accept: ACCEPT, ...headers, ...(etag && { 'if-none-match': etag }) },
      redirect: headers ? 'error' : 'follow',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: lifetime ? AbortSignal.any([timer, lifetime]) : timer,
    });
    return await readAnswer(answer, etag);
  } catch (thrown) {
    return offline(timer.aborted ? `gave no whole answer within ${timeout / 1000} seconds` : 'could not be reached', thrown);
  }
}

async function readAnswer(answer: Response, sentEtag: string | undefined): Promise<FetchPackResult> {
  if (answer.status === 304 && sentEtag) return { ok: true, changed: false };
  if (answer.status !== 200) {
    await answer.body?.cancel();
    return { ok: false, code: 'http', why: badAnswer(answer.status) };
  }
  const isRelease = mediaTypeOf(answer) === RELEASE_TYPE;
  const maxBytes = isRelease ? MAX_RELEASE_BYTES : MAX_JWS_CHARS;
  const text = (await readWithin(answer, maxBytes))?.trim();
  if (text === undefined) return { ok: false, code: 'too-long', why: tooLong(maxBytes) };
  const etag = answer.headers.get('etag') ?? undefined;
  const tag = etag && etag.length <= 500 ? { etag } : {};
  return { ok: true, changed: true, ...(isRelease ? { release: text } : { jws: text }), ...tag };
}

function offline(reason: string, thrown: unknown): FetchPackResult {
  const detail = thrown instanceof Error ? ` (${thrown.message.slice(0, 120)})` : '';
  const remedy = 'Try its address from this device. Until it answers, the pack that is held stays.';
  return { ok: false, code: 'offline', why: { path: '', reason: `${reason}${detail}`, remedy } };
}

function badAnswer(status: number): Fault {
  const remedy =
    status === 401 || status === 403
      ? 'Let this device read it. Until then the pack that is held stays.'
      : 'Correct its address in the policy, or see to the server. Until then the pack that is held stays.';
  return { path: '', reason: `was answered with HTTP ${status}`, remedy };
}

/** The media type of an answer, without parameters such as `charset`. */
const mediaTypeOf = ({ headers }: Response): string => (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

const tooLong = (maxBytes: number): Fault => ({
  path: '',
  reason: `has more than ${maxBytes} bytes`,
  remedy: 'Check that the address leads to a signed pack; divide the pack if it does.',
});
