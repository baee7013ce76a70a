import type { Context, Hono } from 'hono';
import { refuse } from './problem.ts';

/** Answers requests that no route handles: 405 with `Allow` if the address has other methods, else 404. */
export function notFound(app: Pick<Hono, 'routes'>) {
  return (c: Context) => {
    const allowed = methodsAt(app, c.req.path);
    if (allowed.length === 0) return refuse(c, 404, unknownRoute);
    const detail = `This address does not support ${c.req.method}, only ${allowed.join(', ')}.`;
    return refuse(
      c,
      405,
      { kind: 'wrong-method', detail, remedy: 'See /openapi.json for its methods.' },
      { Allow: allowed.join(', ') },
    );
  };
}

function methodsAt(app: Pick<Hono, 'routes'>, path: string): string[] {
  const here = app.routes.filter((route) => route.method !== 'ALL' && !route.path.endsWith('*') && matches(route.path, path));
  return [...new Set(here.flatMap((route) => (route.method === 'GET' ? ['GET', 'HEAD'] : [route.method])))];
}

function matches(route: string, path: string): boolean {
  const parts = route.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/\W/g, '\\$&')));
  return new RegExp(`^${parts.join('/')}$`).test(path);
}

const unknownRoute = {
  kind: 'unknown-route',
  detail: 'The hub has nothing at this address.',
  remedy: 'See /openapi.json for the addresses.',
};
