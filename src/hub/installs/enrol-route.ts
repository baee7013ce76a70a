import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { enrolReply, enrolRequest } from '../../model/hub-api/intake.ts';
import { admitOpen } from '../http/callers.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { addressGroup, peerAddress } from '../http/peer-address.ts';
import { bodyProblems, problemResponse, refuse, storeProblems } from '../http/problem.ts';
import { createTokenBuckets } from '../http/token-bucket.ts';
import { sha256 } from '../store/sha256.ts';
import { enrol, isEnrolmentRateExceeded, isEnrolToken, isKnownInstall } from './enrol.ts';

const route = createRoute({
  method: 'post',
  path: '/enrol',
  summary: 'Exchanges the enrolment token of the policy for a secret of the install',
  description:
    'An install whose token was replaced enrols again with the new token and its own secret, and keeps its identity. New installs are limited to 1,200 per minute over all hubs on one store, of which one address gets at most 400; installs that are known do not count, and enrol again even while that limit is reached. Wrong tokens are not limited: tokens have at least 16 characters, and a limit would let anybody block enrolment.',
  ...admitOpen('enrolment-token', decodeBody),
  request: { body: { required: true, content: { 'application/json': { schema: enrolRequest } } } },
  responses: {
    200: { description: 'The install and its secret', content: { 'application/json': { schema: enrolReply } } },
    403: problemResponse('The token is wrong'),
    429: problemResponse('Too many installs enrol at once'),
    ...bodyProblems,
    ...storeProblems,
  },
});

/** A third of what all may, so that a flood from one address leaves room for others, and a company behind one address still enrols. */
const MAX_ENROLMENTS_PER_ADDRESS = 400;
const NEW_INSTALLS = { capacity: MAX_ENROLMENTS_PER_ADDRESS, refillMs: 60_000, maxKeys: 20_000 };
const KNOWN_INSTALLS = { capacity: 10, refillMs: 60_000, maxKeys: 20_000 };

/** Installs that are known have a share of their own, so that a flood of new ones never shuts them out. */
function createEnrolmentLimits({ proxyHops }: HubDeps) {
  const [byAddress, bySecret] = [createTokenBuckets(NEW_INSTALLS), createTokenBuckets(KNOWN_INSTALLS)];
  return {
    known: (secret: string, now: Date) => bySecret.take(sha256(secret), now.getTime()) === 0,
    new(c: Context, now: Date) {
      const address = addressGroup(peerAddress(c, proxyHops));
      return address === '' || byAddress.take(address, now.getTime()) === 0;
    },
  };
}

export function enrolRoutes(hub: HubDeps) {
  const isWithinLimit = createEnrolmentLimits(hub);
  return new OpenAPIHono().openapi(route, async (c) => {
    const { token, secret, person } = c.req.valid('json');
    if (!(await isEnrolToken(hub.store, token, hub.enrolTokenHash))) {
      hub.log.warn('enrolment refused');
      return refuse(c, 403, wrongToken);
    }
    const now = hub.now();
    const isKnown = secret !== undefined && (await isKnownInstall(hub.store, secret));
    const isAdmitted = isKnown ? isWithinLimit.known(secret, now) : isWithinLimit.new(c, now);
    if (!isAdmitted || (!isKnown && (await isEnrolmentRateExceeded(hub.store, now))))
      return refuse(c, 429, tooMany, { 'Retry-After': '60' });
    return c.json(await enrol(hub.store, { token, secret, person, now }), 200);
  });
}

const wrongToken = {
  kind: 'wrong-token',
  detail: 'This is not an enrolment token of this hub.',
  remedy: 'Put the token that the hub was started with, or that it printed, into the managed policy.',
};
const tooMany = {
  kind: 'too-many',
  detail: 'More installs enrol than the hub accepts in one minute.',
  remedy: 'Try again in a minute.',
};
