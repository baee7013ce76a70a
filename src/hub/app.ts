import { OpenAPIHono } from '@hono/zod-openapi';
import { signInRoutes } from './accounts/sign-in-routes.ts';
import { backlogRoutes } from './backlog/backlog-route.ts';
import { healthRoutes } from './edge/health-routes.ts';
import type { Hub } from './edge/hub.ts';
import { notFound } from './edge/not-found.ts';
import { answerThrown, refuseFaulty } from './edge/refuse-faulty.ts';
import { requestLog } from './edge/request-log.ts';
import { sameOriginOnly } from './edge/same-origin.ts';
import { enrolRoutes } from './installs/enrol-route.ts';
import { entriesRoutes } from './intake/entries-route.ts';

/** The hub as a web app, over what it is given. */
export function createApp(hub: Hub) {
  const app = new OpenAPIHono({ defaultHook: refuseFaulty });
  app.onError(answerThrown(hub));
  app.notFound(notFound(app));
  app.use(requestLog(hub));
  app.use('/desk/api/*', sameOriginOnly(hub));
  return app
    .route('/', healthRoutes(hub))
    .route('/v1', enrolRoutes(hub))
    .route('/v1', entriesRoutes(hub))
    .route('/desk/api', signInRoutes(hub))
    .route('/desk/api', backlogRoutes(hub));
}

/** For the desk's typed client: `hc<HubApp>(location.origin)`. */
export type HubApp = ReturnType<typeof createApp>;
