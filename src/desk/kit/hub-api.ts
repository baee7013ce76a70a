import { hc } from 'hono/client';
import type { HubApp } from '../../hub/app.ts';
import type { Choice } from '../../model/entry/entry.ts';
import type { AnswersPage } from '../../model/hub-api/answer-figures.ts';
import type { BacklogPage } from '../../model/hub-api/backlog-item.ts';
import { type ApiResult, toApiResult } from './api-result.ts';

export interface BacklogQuery {
  /** Cursor of a page. */
  before?: string | undefined;
  /** `released` of an earlier page: only items that were released, or got a comment, after it. */
  after?: string | undefined;
  choice?: Choice | undefined;
  app?: string | undefined;
  limit?: string | undefined;
}

/** The hub's API as the desk uses it. */
export interface HubApi {
  signIn: (token: string) => Promise<ApiResult<null>>;
  me: () => Promise<ApiResult<{ name: string }>>;
  signOut: () => Promise<ApiResult<null>>;
  backlog: (query: BacklogQuery, signal?: AbortSignal) => Promise<ApiResult<BacklogPage>>;
  answers: (signal?: AbortSignal) => Promise<ApiResult<AnswersPage>>;
}

/** After this long the hub counts as unavailable: longer than the slowest page of a busy hub takes, and as long as people wait. */
const TIMEOUT_MS = 10_000;

const discardBody = async () => null;
const readJson = <T>(response: Response) => response.json() as Promise<T>;

/** The API of the hub that serves this desk. */
export function createHubApi(origin: string): HubApi {
  const { api } = hc<HubApp>(origin).desk;
  const requestOptions = (signal?: AbortSignal) => ({
    init: { signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]) },
  });
  return {
    signIn: (token) => toApiResult(api['sign-in'].$post({ json: { token } }, requestOptions()), discardBody),
    me: () => toApiResult(api.me.$get({}, requestOptions()), readJson<{ name: string }>),
    signOut: () => toApiResult(api['sign-out'].$post({}, requestOptions()), discardBody),
    backlog: (query, signal) => toApiResult(api.backlog.$get({ query }, requestOptions(signal)), readJson<BacklogPage>),
    answers: (signal) => toApiResult(api.answers.$get({}, requestOptions(signal)), readJson<AnswersPage>),
  };
}
