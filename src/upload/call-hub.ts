import type { Clock } from '../runtime/clock.ts';
import { gzip } from './gzip.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HubCall {
  method: 'POST' | 'DELETE';
  url: string;
  secret?: string;
  body?: unknown;
}

/** What came back: an answer that was read to its end, or no whole answer at all. */
export type HubAnswer =
  | { kind: 'answered'; status: number; body: unknown; retryAfter: string | null; date: string | null }
  | { kind: 'unanswered'; timedOut: boolean; message: string };

/** Below the 30 s after which browsers stop a worker whose fetch has not answered. */
const TIMEOUT_MS = 20_000;

/** One request to the hub. It never throws: what goes wrong on the way is an answer too. */
export async function callHub({ fetch, clock }: { fetch: Fetch; clock: Clock }, call: HubCall): Promise<HubAnswer> {
  const timeout = new AbortController();
  const cancelTimeout = clock.after(TIMEOUT_MS, () => timeout.abort());
  try {
    const response = await fetch(call.url, await requestOf(call, timeout.signal));
    const { status, headers } = response;
    const body = parseJson(await response.text());
    return { kind: 'answered', status, body, retryAfter: headers.get('retry-after'), date: headers.get('date') };
  } catch (fault) {
    return {
      kind: 'unanswered',
      timedOut: timeout.signal.aborted,
      message: fault instanceof Error ? fault.message : String(fault),
    };
  } finally {
    cancelTimeout();
  }
}

async function requestOf({ method, secret, body }: HubCall, signal: AbortSignal): Promise<RequestInit> {
  const headers = {
    accept: 'application/json, application/problem+json',
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
    // A sign-in page that a network puts in the hub's place must see neither the secret nor an entry.
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
