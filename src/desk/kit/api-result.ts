import type { Problem } from '../../model/hub-api/intake.ts';

/** Why a request to the hub failed, in words for the person at the desk. */
export interface ApiFailure {
  /** `unavailable`: no answer, or one that only an overloaded or broken hub gives; a retry may help. `refused`: a retry will not. */
  kind: 'unavailable' | 'signed-out' | 'refused';
  title: string;
  detail: string;
  remedy?: string | undefined;
  /** The hub's name for the problem, as in `wrong-role`. */
  problem?: string | undefined;
}

export type ApiResult<T> = { ok: true; value: T } | { ok: false; why: ApiFailure };

const unreachable: ApiFailure = {
  kind: 'unavailable',
  title: 'The hub does not answer',
  detail: 'Nothing came back from it. It may be restarting, or this machine may be off the network.',
};

const notTheHub: ApiFailure = {
  kind: 'unavailable',
  title: 'Something other than the hub answered',
  detail: 'What came back is not what a hub sends. A proxy or a network sign-in page may stand in between.',
};

function failureKind(status: number): ApiFailure['kind'] {
  if (status === 401) return 'signed-out';
  return status >= 500 || status === 429 ? 'unavailable' : 'refused';
}

const titles: Record<ApiFailure['kind'], string> = {
  unavailable: 'The hub has a problem',
  'signed-out': 'You are not signed in',
  refused: 'The hub refused this',
};

async function readFailure(response: Response): Promise<ApiFailure> {
  const kind = failureKind(response.status);
  if (!response.headers.get('content-type')?.includes('json')) return { ...notTheHub, kind };
  const { detail, remedy, type } = (await response.json()) as Partial<Problem>;
  const name = type?.replace(/^urn:cairn:problem:/, '');
  return { kind, title: titles[kind], detail: detail ?? `It answered ${response.status}.`, remedy, problem: name };
}

/** A response as a value. Refusals and outages are expected, so nothing is thrown; an abort by the caller counts as an outage. */
export async function toApiResult<T>(
  request: Promise<Response>,
  read: (response: Response) => Promise<T>,
): Promise<ApiResult<T>> {
  let response: Response;
  try {
    response = await request;
  } catch {
    return { ok: false, why: unreachable };
  }
  try {
    return response.ok ? { ok: true, value: await read(response) } : { ok: false, why: await readFailure(response) };
  } catch {
    return { ok: false, why: notTheHub };
  }
}
