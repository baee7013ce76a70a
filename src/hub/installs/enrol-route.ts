import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { enrolReply, enrolRequest } from '../../model/hub-api/intake.ts';
import { decodeBody } from '../http/decode-body.ts';
import type { HubDeps } from '../http/hub-deps.ts';
import { problemResponse, refuse } from '../http/problem.ts';
import { enrol, isEnrolmentRateExceeded, isEnrolToken } from './enrol.ts';

const route = createRoute({
  method: 'post',
  path: '/enrol',
  summary: 'Exchanges the enrolment token of the policy for a secret of the install',
  description:
    'An install whose token was replaced enrols again with the new token and its own secret, and keeps its identity. Enrolments are limited to 1,200 per minute over all hubs on one store. Wrong tokens are not limited: tokens have at least 16 characters, and a limit would let anybody block enrolment.',
  middleware: decodeBody,
  request: { body: { required: true, content: { 'application/json': { schema: enrolRequest } } } },
  responses: {
    200: { description: 'The install and its secret', content: { 'application/json': { schema: enrolReply } } },
    400: problemResponse('The body is malformed'),
    403: problemResponse('The token is wrong'),
    429: problemResponse('Too many installs enrol at once'),
  },
});

export function enrolRoutes(hub: HubDeps) {
  return new OpenAPIHono().openapi(route, async (c) => {
    const { token, secret } = c.req.valid('json');
    if (!(await isEnrolToken(hub.store, token, hub.enrolTokenHash))) {
      hub.log.warn('enrolment refused');
      return refuse(c, 403, wrongToken);
    }
    const now = hub.now();
    if (await isEnrolmentRateExceeded(hub.store, now)) return refuse(c, 429, tooMany, { 'Retry-After': '60' });
    return c.json(await enrol(hub.store, { token, secret, now }), 200);
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
