import { vi } from 'vitest';

interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: string | undefined;
}

type Answer = object | ((asked: Asked) => object | Response);

export const hub = 'https://cairn.example.com';
export const secret = 'the-secret-of-this-sign-in-and-of-no-other';
export const link = `${hub}/desk/#sign-in=${'t'.repeat(43)}`;
export const me = {
  ...{ name: 'Ann', role: 'publisher', method: 'link', provider: null, until: '2026-12-01T08:00:00.000Z', may: [] },
};

/** A desk that answers each request, as in `GET /drafts`, with what a test says, and notes what it was asked. Anybody is let in. */
export function deskInTest(lifetime: AsyncDisposableStack) {
  const answers = new Map<string, Answer>();
  const asked: Asked[] = [];
  lifetime.defer(() => void vi.unstubAllGlobals());
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = url.replace(`${hub}/desk/api`, '');
    const one = { method: init.method ?? 'GET', path, headers: new Headers(init.headers), body: init.body as string | undefined };
    asked.push(one);
    const answer = answers.get(`${one.method} ${path}`);
    if (!answer) throw new Error(`${one.method} ${path} was not expected`);
    const made = typeof answer === 'function' ? answer(one) : answer;
    return made instanceof Response ? made : Response.json(made);
  });
  const on = (request: string, answer: Answer) => answers.set(request, answer);
  on('POST /sign-in', signedInAnswer);
  return {
    asked,
    on,
    /** The requests that change something. */
    writes: () => asked.filter(({ method, path }) => method !== 'GET' && path !== '/sign-in'),
  };
}

export const problem = (status: number, kind: string, detail: string, remedy = 'Do as the desk says.') =>
  new Response(JSON.stringify({ type: `urn:cairn:problem:${kind}`, title: 'No', status, detail, remedy }), { status });

const signedInAnswer = () =>
  Response.json(me, { headers: { 'set-cookie': `__Host-cairn_session=${secret}; Path=/; HttpOnly; Secure` } });
