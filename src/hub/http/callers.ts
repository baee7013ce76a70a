import type { Env, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Role } from '../../model/hub-api/role.ts';

/**
 * Who may call a route: people at the desk by their roles; browsers by the secret of their install; whoever holds a token or a sign-in
 * link; or anyone, as for health probes.
 */
export type Callers = readonly Role[] | 'anyone' | 'install' | 'enrolment-token' | 'publishing-token' | 'sign-in-link';

// biome-ignore lint/suspicious/noExplicitAny: a middleware with any variables
export type Middleware = MiddlewareHandler<any>;

const callersByHandler = new WeakMap<object, Callers>();

/** Declares who may call the routes that a handler is in front of. The handler itself refuses everybody else. */
export function declareCallers<H extends Middleware>(callers: Callers, handler: H): H {
  callersByHandler.set(handler, callers);
  return handler;
}

/** Callers of a route whose handler checks them itself, because what it checks is in the body, or which serves everybody. */
type OpenCallers = 'anyone' | 'enrolment-token' | 'sign-in-link';

/** Stands before the handler of such a route and declares its callers. */
export const admit = (callers: OpenCallers): MiddlewareHandler<Env> =>
  declareCallers(
    callers,
    createMiddleware<Env>((_c, next) => next()),
  );

/** The part of such a route that says who may call it. What else stands before its handler follows. */
export function admitOpen<M extends Middleware[]>(callers: OpenCallers, ...more: M) {
  const middleware: [MiddlewareHandler<Env>, ...M] = [admit(callers), ...more];
  return { 'x-cairn-callers': callers, middleware };
}

/** A route of an app: its method and path, and the callers that its handlers declare. */
export interface RouteCallers {
  method: string;
  path: string;
  callers: Callers | undefined;
}

interface App {
  routes: readonly { method: string; path: string; handler: object }[];
}

/** Every route of an app with its callers. Middleware for all methods is not a route. */
export function listCallers({ routes }: App): RouteCallers[] {
  const handlers = routes.filter(({ method }) => method !== 'ALL');
  const byRoute = Map.groupBy(handlers, ({ method, path }) => `${method} ${path}`);
  return [...byRoute.values()].map((own) => {
    const declared = own.map(({ handler }) => callersByHandler.get(handler)).filter((callers) => callers !== undefined);
    if (declared.length > 1) throw new Error(`${own[0]!.method} ${own[0]!.path} declares its callers twice`);
    return { method: own[0]!.method, path: own[0]!.path, callers: declared[0] };
  });
}

/** Throws if a route does not declare its callers, so that a hub with such a route does not start. */
export function requireDeclaredCallers(app: App): void {
  const undeclared = listCallers(app).filter(({ callers }) => callers === undefined);
  if (undeclared.length === 0) return;
  const routes = undeclared.map(({ method, path }) => `${method} ${path}`);
  throw new Error(`these routes do not declare who may call them: ${routes.join(', ')}`);
}

/** The routes that a role may call, as in `GET /desk/api/backlog`. */
export const routesOfRole = (app: App, role: Role): string[] =>
  listCallers(app).flatMap(({ method, path, callers }) =>
    typeof callers === 'object' && callers.includes(role) ? `${method} ${path}` : [],
  );
