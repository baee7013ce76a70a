import { eq } from 'drizzle-orm';
import type { Env, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { bearerText } from '../http/bearer-text.ts';
import { declareCallers, type Middleware } from '../http/callers.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { limitConcurrent } from '../http/limit-concurrent.ts';
import { refuse } from '../http/problem.ts';
import { enrolTokens, installs } from '../store/schema.ts';
import { sha256 } from '../store/sha256.ts';
import { authorKeyOf, isSameHash } from './secret.ts';

interface InstallEnv extends Env {
  Variables: {
    /** Id of the install. */
    install: string;
    /** Key of its author marks. */
    authorKey: string;
  };
}

/** The part of a route that says that only installs may call it, a few requests at once. What else stands before its handler follows. */
export function admitInstalls<M extends Middleware[]>(hub: HubDeps, ...more: M) {
  const own: [MiddlewareHandler<Env>, MiddlewareHandler<InstallEnv>] = [
    limitConcurrent(),
    declareCallers('install', requireInstall(hub)),
  ];
  const middleware: [...typeof own, ...M] = [...own, ...more];
  return { security: [{ install: [] }], 'x-cairn-callers': 'install', middleware };
}

/** The part of a route that says that only holders of the publishing token may call it. */
export function admitPublishingToken<M extends Middleware[]>(hub: HubDeps, ...more: M) {
  const middleware: [MiddlewareHandler<Env>, ...M] = [declareCallers('publishing-token', requirePublishingToken(hub)), ...more];
  return { security: [{ publisher: [] }], 'x-cairn-callers': 'publishing-token', middleware };
}

/** Admits requests with the secret of an install, and sets `install` and `authorKey`. */
function requireInstall(hub: HubDeps): MiddlewareHandler<InstallEnv> {
  return createMiddleware<InstallEnv>(async (c, next) => {
    const secret = bearerText(c);
    const hash = secret && sha256(secret);
    const install = hash && (await findInstall(hub, hash));
    if (!secret || !install) return refuse(c, 401, unknownInstall, { 'WWW-Authenticate': 'Bearer' });
    if (!install.isEnrolmentValid) return refuse(c, 401, tokenReplaced, { 'WWW-Authenticate': 'Bearer' });
    c.set('install', install.id);
    c.set('authorKey', authorKeyOf(secret));
    return next();
  });
}

/** An install is valid while the token of its latest enrolment is: replacing a leaked token shuts out everybody who used it. */
async function findInstall({ store, enrolTokenHash }: HubDeps, secretHash: string) {
  const [found] = await store
    .select({ id: installs.id, enrolledBy: installs.enrolledBy, storedToken: enrolTokens.hash })
    .from(installs)
    .leftJoin(enrolTokens, eq(enrolTokens.hash, installs.enrolledBy))
    .where(eq(installs.secretHash, secretHash));
  if (!found) return undefined;
  const { id, enrolledBy, storedToken } = found;
  return { id, isEnrolmentValid: enrolTokenHash ? isSameHash(enrolledBy, enrolTokenHash) : storedToken !== null };
}

/** Admits requests with the publishing token. */
function requirePublishingToken(hub: HubDeps): MiddlewareHandler<Env> {
  return createMiddleware<Env>(async (c, next) => {
    if (!hub.publishTokenHash) return refuse(c, 403, publishingOff);
    const secret = bearerText(c);
    const hash = secret && sha256(secret);
    if (!hash || !isSameHash(hash, hub.publishTokenHash)) return refuse(c, 401, notPublisher, { 'WWW-Authenticate': 'Bearer' });
    return next();
  });
}

const unknownInstall = {
  kind: 'unknown-install',
  detail: 'This is not the secret of an install that is enrolled at this hub.',
  remedy: 'Enrol again with POST /v1/enrol and the token from the managed policy.',
};
const tokenReplaced = {
  kind: 'token-replaced',
  detail: 'The token that this install enrolled with has been replaced.',
  remedy:
    'Put the new token into the managed policy. The install then enrols again by itself and keeps its secret and its entries.',
};
const publishingOff = {
  kind: 'publishing-off',
  detail: 'This hub was started without CAIRN_PUBLISH_TOKEN, so nobody can publish to it.',
  remedy: 'Start it with CAIRN_PUBLISH_TOKEN set, and send that token.',
};
const notPublisher = {
  kind: 'wrong-token',
  detail: 'This is not the publishing token of this hub.',
  remedy: 'Send "Authorization: Bearer" with the value of CAIRN_PUBLISH_TOKEN.',
};
