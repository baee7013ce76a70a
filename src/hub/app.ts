import { OpenAPIHono } from '@hono/zod-openapi';
import { accessLogRoutes } from './access-log/access-log-route.ts';
import { answersRoutes } from './answers/answers-route.ts';
import { providerRoutes } from './auth/provider/provider-routes.ts';
import { signInRoutes } from './auth/sign-in-routes.ts';
import { signInsRoutes } from './auth/sign-ins-routes.ts';
import { describeApi } from './describe-api.ts';
import { eraseRoutes } from './entries/erasure/erase-route.ts';
import { entriesRoutes } from './entries/intake/entries-route.ts';
import { figuresRoutes } from './figures/figures-route.ts';
import { backlogRoutes } from './focus/backlog-route.ts';
import { answerError, refuseMalformed } from './http/answer-error.ts';
import { admit, requireDeclaredCallers, routesOfRole } from './http/callers.ts';
import { deskFiles } from './http/desk-files.ts';
import { healthRoutes } from './http/health-routes.ts';
import type { HubDeps } from './http/hub-deps.ts';
import { logRequests } from './http/log-requests.ts';
import { notFound } from './http/not-found.ts';
import { observeRequests } from './http/observe-requests.ts';
import { requireSameOrigin } from './http/require-same-origin.ts';
import { setSecurityHeaders } from './http/security-headers.ts';
import { forgetItems } from './inbox/forget-items.ts';
import { inboxRoutes } from './inbox/inbox-routes.ts';
import { enrolRoutes } from './installs/enrol-route.ts';
import { namesRoutes } from './names/names-route.ts';
import { deskPacksRoutes } from './packs/desk-packs-routes.ts';
import { draftsRoutes } from './packs/drafts/drafts-routes.ts';
import { reviewRoutes } from './packs/drafts/review-routes.ts';
import { guideHealthRoutes } from './packs/guide-health/guide-health-routes.ts';
import { packsRoutes } from './packs/packs-routes.ts';
import { deskProposalsRoutes } from './packs/proposals/desk-proposals-routes.ts';
import { eraseProposal } from './packs/proposals/erase-proposal.ts';
import { ownProposalsRoutes } from './packs/proposals/own-proposals-routes.ts';
import { releaseRoutes } from './packs/releases/release-routes.ts';
import { signingKeysRoutes } from './packs/signing/signing-keys-routes.ts';

/** The hub as a web app. */
export function createApp(hub: HubDeps) {
  const app = new OpenAPIHono({ defaultHook: refuseMalformed });
  app.onError(answerError(hub));
  app.notFound(notFound(app));
  app.use(observeRequests(hub));
  app.use(logRequests(hub));
  app.use(setSecurityHeaders(hub));
  app.use('/desk/api/*', requireSameOrigin(hub));
  describeApi(app.openAPIRegistry, hub);
  app.get('/openapi.json', admit('anyone'));
  const routed = app
    .route('/', healthRoutes(hub))
    .route('/v1', enrolRoutes(hub))
    .route('/v1', entriesRoutes(hub))
    .route(
      '/v1',
      eraseRoutes(hub, async (tx, erasure) => {
        await forgetItems(tx, erasure.items, erasure.now);
        return eraseProposal(tx, erasure);
      }),
    )
    .route('/v1', ownProposalsRoutes(hub))
    .route('/v1', packsRoutes(hub))
    .route('/v1', namesRoutes(hub))
    .route('/v1', figuresRoutes(hub))
    .route(
      '/desk/api',
      signInRoutes(hub, (role) => routesOfRole(app, role)),
    )
    .route('/desk/api', signInsRoutes(hub))
    .route('/desk/api', providerRoutes(hub))
    .route('/desk/api', accessLogRoutes(hub))
    .route('/desk/api', backlogRoutes(hub))
    .route('/desk/api', inboxRoutes(hub))
    .route('/desk/api', answersRoutes(hub))
    .route('/desk/api', deskPacksRoutes(hub))
    .route('/desk/api', draftsRoutes(hub))
    .route('/desk/api', reviewRoutes(hub))
    .route('/desk/api', deskProposalsRoutes(hub))
    .route('/desk/api', guideHealthRoutes(hub))
    .route('/desk/api', releaseRoutes(hub))
    .route('/desk/api', signingKeysRoutes(hub))
    .route('/', deskFiles(hub))
    .doc31('/openapi.json', { openapi: '3.1.0', info: { title: "Cairn's hub", version: '1' } });
  requireDeclaredCallers(routed);
  return routed;
}

/** The type of the desk's client: `hc<HubApp>(location.origin)`. */
export type HubApp = ReturnType<typeof createApp>;
