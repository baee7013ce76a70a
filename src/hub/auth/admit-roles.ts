import type { Context, Env, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Role } from '../../model/hub-api/role.ts';
import { declareCallers, type Middleware } from '../http/callers.ts';
import type { Confirmation, HubDeps } from '../http/hub-deps.ts';
import { problemResponse, refuse } from '../http/problem.ts';
import { readDeskCookie } from './desk-cookie.ts';
import { deskProblems, wrongRole } from './desk-problems.ts';
import { checkRole } from './provider/check-role.ts';
import { type SignIn, useSignIn } from './sign-in.ts';

/** Roles of routes that everybody who is signed in may call. */
export const EVERY_ROLE: readonly Role[] = ['viewer', 'facilitator', 'author', 'publisher', 'admin'];

/** Who may call a route at the desk. */
export interface RoleRule {
  roles: readonly Role[];
  /** What a person who signed in at a provider has to have proved who they are for, a short while ago. */
  confirm?: Confirmation;
}

export interface SignedInEnv extends Env {
  Variables: { signIn: SignIn };
}

/** The part of a route at the desk that says which roles may call it. What else stands before its handler follows. */
export function admitRoles<M extends Middleware[]>(hub: HubDeps, rule: RoleRule, ...more: M) {
  const middleware: [MiddlewareHandler<SignedInEnv>, ...M] = [declareCallers(rule.roles, requireRole(hub, rule)), ...more];
  return { security: [{ desk: [] }], 'x-cairn-callers': rule.roles, middleware };
}

/** Responses of every route for people at the desk. */
export const roleProblems = {
  401: problemResponse('Nobody is signed in'),
  403: problemResponse('This sign-in may not do this, or not before the person proves again who they are; or another site asks'),
};

/** Admits requests of a browser that is signed in with one of these roles, and sets `signIn`. */
function requireRole(hub: HubDeps, rule: RoleRule): MiddlewareHandler<SignedInEnv> {
  return createMiddleware<SignedInEnv>(async (c, next) => {
    const secret = readDeskCookie(c, hub);
    const found = secret && (await useSignIn(hub.store, secret, hub.now()));
    if (!secret || !found) return refuse(c, 401, deskProblems.notSignedIn);
    const checked = await checkRole(hub, secret, found);
    if (!checked.ok) return refuseUnchecked(c, checked.why);
    const { signIn } = checked;
    if (!rule.roles.includes(signIn.role)) return refuse(c, 403, wrongRole(signIn, rule.roles));
    if (rule.confirm && !isConfirmed(hub, signIn, rule.confirm)) return refuse(c, 403, deskProblems[rule.confirm]);
    c.set('signIn', signIn);
    return next();
  });
}

function refuseUnchecked(c: Context, why: 'ended' | 'no-role' | 'unreachable') {
  if (why === 'unreachable') return refuse(c, 503, deskProblems.providerUnreachable, { 'Retry-After': '5' });
  return refuse(c, 401, why === 'no-role' ? deskProblems.roleRemoved : deskProblems.notSignedIn);
}

/** Whoever opened a one-time link was given it by somebody with access to the hub's machine: nothing more can be confirmed. */
function isConfirmed({ now, confirmMinutes }: HubDeps, { method, confirmedAt }: SignIn, confirm: Confirmation): boolean {
  return method === 'link' || now().getTime() - confirmedAt.getTime() <= confirmMinutes[confirm] * 60_000;
}
