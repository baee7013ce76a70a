import { type ApiResult, toApiResult } from './api-result.ts';

/** A pack may have two megabytes, and the hub judges all of it. */
const TIMEOUT_MS = 60_000;

/** Something to be changed, at the revision that was seen. */
export type Seen<K extends string> = Record<K, string> & { revision: number };

interface Sent {
  /** JSON as text. */
  body?: string | undefined;
  revision?: number | undefined;
  signal?: AbortSignal | undefined;
}

interface DeskRequests {
  /** Sends a request such as `GET /drafts`. */
  send: (what: string, sent?: Sent) => Promise<Response>;
  /** The same, with the answer as a value. */
  ask: <T>(what: string, sent?: Sent) => Promise<ApiResult<T>>;
}

/** A change of what was seen at a revision. */
export const jsonOf = (revision: number, value: unknown): Sent => ({ revision, body: JSON.stringify(value) });

/** Requests to the desk's routes whose bodies are sent as text, or that name a revision: the typed client knows neither. */
export function createDeskRequests(origin: string): DeskRequests {
  const send: DeskRequests['send'] = (what, { body, revision, signal } = {}) => {
    const [method = '', path = ''] = what.split(' ');
    const headers = {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(revision !== undefined && { 'If-Match': `"${revision}"` }),
    };
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    const lifetime = signal ? AbortSignal.any([limit, signal]) : limit;
    return fetch(`${origin}/desk/api${path}`, { method, headers, signal: lifetime, ...(body !== undefined && { body }) });
  };
  const readJson = <T>(response: Response) => response.json() as Promise<T>;
  return { send, ask: <T>(what: string, sent?: Sent) => toApiResult(send(what, sent), readJson<T>) };
}
