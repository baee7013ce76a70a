import { OpenAPIHono } from '@hono/zod-openapi';
import { signInRoutes } from './accounts/sign-in-routes.ts';
import { answersRoutes } from './answers/answers-route.ts';
import { backlogRoutes } from './backlog/backlog-route.ts';
import { describeApi } from './edge/describe-api.ts';
import { deskFiles } from './edge/desk-files.ts';
import { healthRoutes } from './edge/health-routes.ts';
import type { Hub } from './edge/hub.ts';
import { notFound } from './edge/not-found.ts';
import { answerThrown, refuseFaulty } from './edge/refuse-faulty.ts';
import { requestLog } from './edge/request-log.ts';
import { sameOriginOnly } from './edge/same-origin.ts';
import { securityHeaders } from './edge/security-headers.ts';
import { eraseRoutes } from './erasure/erase-route.ts';
import { enrolRoutes } from './installs/enrol-route.ts';
import { entriesRoutes } from './intake/entries-route.ts';
import { packsRoutes } from './publish/packs-routes.ts';

/** The hub as a web app, over what it is given. */
export function createApp(hub: Hub) {
  const app = new OpenAPIHono({ defaultHook: refuseFaulty });
  app.onError(answerThrown(hub));
  app.notFound(notFound(app));
  app.use(requestLog(hub));
  app.use(securityHeaders(hub));
  app.use('/desk/api/*', sameOriginOnly(hub));
  describeApi(app.openAPIRegistry);
  return app
    .route('/', healthRoutes(hub))
    .route('/v1', enrolRoutes(hub))
    .route('/v1', entriesRoutes(hub))
    .route('/v1', eraseRoutes(hub))
    .route('/v1', packsRoutes(hub))
    .route('/desk/api', signInRoutes(hub))
    .route('/desk/api', backlogRoutes(hub))
    .route('/desk/api', answersRoutes(hub))
    .route('/', deskFiles(hub))
    .doc31('/openapi.json', { openapi: '3.1.0', info: { title: "Cairn's hub", version: '1' } });
}

/** For the desk's typed client: `hc<HubApp>(location.origin)`. */
export type HubApp = ReturnType<typeof createApp>;
