import type { Problem } from '../../model/hub-api/intake.ts';

/** Why the hub did not give what was asked, in words for the person at the desk. */
export interface ApiFailure {
  /** `silent`: no answer, or one that only an ailing hub gives, so trying again may help; `refused`: trying again will not. */
  kind: 'silent' | 'signed-out' | 'refused';
  title: string;
  detail: string;
  remedy?: string;
}

export type ApiResult<T> = { ok: true; value: T } | { ok: false; why: ApiFailure };

const unreachable: ApiFailure = {
  kind: 'silent',
  title: 'The hub does not answer',
  detail: 'Nothing came back from it. It may be restarting, or this machine may be off the network.',
};

const notTheHub: ApiFailure = {
  kind: 'silent',
  title: 'Something other than the hub answered',
  detail: 'What came back is not what a hub sends. A proxy or a network sign-in page may stand in between.',
};

function failureKind(status: number): ApiFailure['kind'] {
  if (status === 401) return 'signed-out';
  return status >= 500 || status === 429 ? 'silent' : 'refused';
}

const titles: Record<ApiFailure['kind'], string> = {
  silent: 'The hub is not well',
  'signed-out': 'You are not signed in',
  refused: 'The hub refused this',
};

async function readFailure(response: Response): Promise<ApiFailure> {
  const kind = failureKind(response.status);
  if (!response.headers.get('content-type')?.includes('json')) return { ...notTheHub, kind };
  const { detail, remedy } = (await response.json()) as Partial<Problem>;
  return { kind, title: titles[kind], detail: detail ?? `It answered ${response.status}.`, remedy };
}

/** What the hub said, as a value: refusals and silence are expected and never thrown. An abort by the caller is silence too. */
export async function toApiResult<T>(asked: Promise<Response>, read: (response: Response) => Promise<T>): Promise<ApiResult<T>> {
  let response: Response;
  try {
    response = await asked;
  } catch {
    return { ok: false, why: unreachable };
  }
  try {
    return response.ok ? { ok: true, value: await read(response) } : { ok: false, why: await readFailure(response) };
  } catch {
    return { ok: false, why: notTheHub };
  }
}
