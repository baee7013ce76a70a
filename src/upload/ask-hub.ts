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
  | { kind: 'unanswered'; slow: boolean; said: string };

/** Below the 30 s after which browsers stop a worker whose fetch has not answered. */
const PATIENCE = 20_000;

/** One request to the hub. It never throws: what goes wrong on the way is an answer too. */
export async function askHub({ fetch, clock }: { fetch: Fetch; clock: Clock }, call: HubCall): Promise<HubAnswer> {
  const patience = new AbortController();
  const callOff = clock.after(PATIENCE, () => patience.abort());
  try {
    const response = await fetch(call.url, await requestOf(call, patience.signal));
    const { status, headers } = response;
    const body = parsed(await response.text());
    return { kind: 'answered', status, body, retryAfter: headers.get('retry-after'), date: headers.get('date') };
  } catch (fault) {
    return { kind: 'unanswered', slow: patience.signal.aborted, said: fault instanceof Error ? fault.message : String(fault) };
  } finally {
    callOff();
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
