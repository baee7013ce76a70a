import type { Problem } from '../model/hub-api.ts';

/** Why the hub did not give what was asked, in words for the person at the desk. */
export interface Trouble {
  /** `silent`: no answer, or one that only an ailing hub gives, so trying again may help; `refused`: trying again will not. */
  kind: 'silent' | 'signed-out' | 'refused';
  title: string;
  detail: string;
  remedy?: string;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; why: Trouble };

const unreachable: Trouble = {
  kind: 'silent',
  title: 'The hub does not answer',
  detail: 'Nothing came back from it. It may be restarting, or this machine may be off the network.',
};

const notTheHub: Trouble = {
  kind: 'silent',
  title: 'Something other than the hub answered',
  detail: 'What came back is not what a hub sends. A proxy or a network sign-in page may stand in between.',
};

function kindOf(status: number): Trouble['kind'] {
  if (status === 401) return 'signed-out';
  return status >= 500 || status === 429 ? 'silent' : 'refused';
}

const titles: Record<Trouble['kind'], string> = {
  silent: 'The hub is not well',
  'signed-out': 'You are not signed in',
  refused: 'The hub refused this',
};

async function troubleIn(response: Response): Promise<Trouble> {
  const kind = kindOf(response.status);
  if (!response.headers.get('content-type')?.includes('json')) return { ...notTheHub, kind };
  const { detail, remedy } = (await response.json()) as Partial<Problem>;
  return { kind, title: titles[kind], detail: detail ?? `It answered ${response.status}.`, remedy };
}

/** What the hub said, as a value: refusals and silence are expected and never thrown. An abort by the caller is silence too. */
export async function answer<T>(asked: Promise<Response>, read: (response: Response) => Promise<T>): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await asked;
  } catch {
    return { ok: false, why: unreachable };
  }
  try {
    return response.ok ? { ok: true, value: await read(response) } : { ok: false, why: await troubleIn(response) };
  } catch {
    return { ok: false, why: notTheHub };
  }
}
