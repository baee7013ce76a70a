import { hc } from 'hono/client';
import type { HubApp } from '../../hub/app.ts';
import type { AccessLogPage } from '../../model/hub-api/access-log.ts';
import type { AnswersPage, AnswerTexts } from '../../model/hub-api/answer-figures.ts';
import type { PublishedPacks } from '../../model/hub-api/published-packs.ts';
import type { Identity, ProviderList, SignInList } from '../../model/hub-api/sign-ins.ts';
import { type ApiResult, toApiResult } from './api-result.ts';
import { createGuideHealthApi, type GuideHealthApi } from './guide-health-api.ts';
import { createInboxApi, type InboxApi } from './inbox-api.ts';
import { createProposalsApi, type ProposalsApi } from './proposals-api.ts';
import { createPublishingApi, type PublishingApi } from './publishing-api.ts';

interface PublishedPack {
  id: string;
  version: number;
  /** This version was published before. */
  duplicate: boolean;
}

/** The sign-ins of the person at the desk, or of everybody. */
export type SignInScope = 'own' | 'all';

/** The hub's API as the desk uses it. */
export interface HubApi {
  signIn: (token: string) => Promise<ApiResult<null>>;
  me: () => Promise<ApiResult<Identity>>;
  signOut: () => Promise<ApiResult<null>>;
  answers: (signal?: AbortSignal) => Promise<ApiResult<AnswersPage>>;
  answerTexts: (signal?: AbortSignal) => Promise<ApiResult<AnswerTexts>>;
  signIns: (whose: SignInScope, signal?: AbortSignal) => Promise<ApiResult<SignInList>>;
  endSignIn: (whose: SignInScope, id: string) => Promise<ApiResult<null>>;
  packs: (signal?: AbortSignal) => Promise<ApiResult<PublishedPacks>>;
  publishPack: (jws: string) => Promise<ApiResult<PublishedPack>>;
  /** The identity providers at which people sign in. */
  providers: (signal?: AbortSignal) => Promise<ApiResult<ProviderList>>;
  accessLog: (before: string | undefined, signal?: AbortSignal) => Promise<ApiResult<AccessLogPage>>;
  publishing: PublishingApi;
  proposals: ProposalsApi;
  guideHealth: GuideHealthApi;
  inbox: InboxApi;
}

/** After this long the hub counts as unavailable: longer than the slowest page of a busy hub takes, and as long as people wait. */
const TIMEOUT_MS = 10_000;

/** A pack may have two megabytes. */
const PUBLISH_TIMEOUT_MS = 60_000;

const discardBody = async () => null;
const readJson = <T>(response: Response) => response.json() as Promise<T>;

/** A pack is sent as it was signed; the typed client knows only JSON. */
const postPack = (origin: string, body: string): Promise<Response> =>
  fetch(`${origin}/desk/api/packs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/jose' },
    body,
    signal: AbortSignal.timeout(PUBLISH_TIMEOUT_MS),
  });

/** The API of the hub that serves this desk. */
export function createHubApi(origin: string): HubApi {
  const { api } = hc<HubApp>(origin).desk;
  const requestOptions = (signal?: AbortSignal) => ({
    init: { signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]) },
  });
  return {
    publishing: createPublishingApi(origin),
    proposals: createProposalsApi(origin),
    guideHealth: createGuideHealthApi(origin),
    inbox: createInboxApi(origin),
    signIn: (token) => toApiResult(api['sign-in'].$post({ json: { token } }, requestOptions()), discardBody),
    me: () => toApiResult(api.me.$get({}, requestOptions()), readJson<Identity>),
    signOut: () => toApiResult(api['sign-out'].$post({}, requestOptions()), discardBody),
    answers: (signal) => toApiResult(api.answers.$get({}, requestOptions(signal)), readJson<AnswersPage>),
    answerTexts: (signal) => toApiResult(api.answers.texts.$get({}, requestOptions(signal)), readJson<AnswerTexts>),
    signIns: (whose, signal) => {
      const route = whose === 'own' ? api['sign-ins'] : api.admin['sign-ins'];
      return toApiResult(route.$get({}, requestOptions(signal)), readJson<SignInList>);
    },
    packs: (signal) => toApiResult(api.packs.$get({}, requestOptions(signal)), readJson<PublishedPacks>),
    publishPack: (jws) => toApiResult(postPack(origin, jws), readJson<PublishedPack>),
    providers: (signal) => toApiResult(api.providers.$get({}, requestOptions(signal)), readJson<ProviderList>),
    accessLog: (before, signal) =>
      toApiResult(api.admin['access-log'].$get({ query: { before } }, requestOptions(signal)), readJson<AccessLogPage>),
    endSignIn: (whose, id) => {
      const route = whose === 'own' ? api['sign-ins'] : api.admin['sign-ins'];
      return toApiResult(route[':id'].$delete({ param: { id } }, requestOptions()), discardBody);
    },
  };
}
