import type { Clock } from '../runtime/clock.ts';
import { readWithin } from '../runtime/read-within.ts';
import { gzip } from './gzip.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HubCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  secret?: string;
  body?: unknown;
  /** Entity tag of what is known: the hub does not send it again while it is unchanged. */
  etag?: string | undefined;
}

/** An answer that was read to its end, or no complete answer. */
export type HubAnswer =
  | {
      kind: 'answered';
      status: number;
      body: unknown;
      isTooLarge?: true;
      retryAfter: string | null;
      date: string | null;
      etag?: string;
    }
  | { kind: 'unanswered'; timedOut: boolean; message: string };

/** Less than the 30 s after which browsers stop a worker whose fetch has no answer. */
const TIMEOUT_MS = 20_000;

/** More than the hub ever answers: 5,000 fingerprints are 125 kB, and 500 results of entries less. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

/** Sends one request to the hub. It never rejects: a network error is an answer of the kind `unanswered`. */
export async function callHub({ fetch, clock }: { fetch: Fetch; clock: Clock }, call: HubCall): Promise<HubAnswer> {
  const timeout = new AbortController();
  const cancelTimeout = clock.after(TIMEOUT_MS, () => timeout.abort());
  try {
    const response = await fetch(call.url, await requestOf(call, timeout.signal));
    const { status, headers } = response;
    const text = await readWithin(response, MAX_ANSWER_BYTES);
    const etag = headers.get('etag');
    return {
      kind: 'answered',
      status,
      body: parseJson(text ?? ''),
      ...(text === undefined && { isTooLarge: true }),
      retryAfter: headers.get('retry-after'),
      date: headers.get('date'),
      ...(etag && etag.length <= 500 && { etag }),
    };
  } catch (error) {
    return {
      kind: 'unanswered',
      timedOut: timeout.signal.aborted,
      message: error instanceof Error ? error.message : String(error),
    };
  } finally {
    cancelTimeout();
  }
}

async function requestOf({ method, secret, body, etag }: HubCall, signal: AbortSignal): Promise<RequestInit> {
  const headers = {
    accept: 'application/json, application/problem+json',
    ...(etag && { 'if-none-match': etag }),
    ...(secret && { authorization: `Bearer ${secret}` }),
    ...(body !== undefined && { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
  };
  return {
    method,
    headers,
    signal,
    ...(body !== undefined && { body: await gzip(JSON.stringify(body)) }),
    cache: 'no-store',
    credentials: 'omit',
    // A sign-in page to which a network redirects the request must receive neither the secret nor an entry.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
