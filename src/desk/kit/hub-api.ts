import { hc } from 'hono/client';
import type { HubApp } from '../../hub/app.ts';
import type { Choice } from '../../model/entry/entry.ts';
import type { AnswersPage } from '../../model/hub-api/answer-figures.ts';
import type { BacklogPage } from '../../model/hub-api/backlog-item.ts';
import { type ApiResult, toApiResult } from './api-result.ts';

export interface BacklogQuery {
  /** Cursor of a page. */
  before?: string;
  /** A `seq`: only what arrived, or got its words, after it. */
  after?: string;
  choice?: Choice;
  app?: string;
  limit?: string;
}

/** The hub as the desk knows it. */
export interface HubApi {
  signIn: (token: string) => Promise<ApiResult<null>>;
  me: () => Promise<ApiResult<{ name: string }>>;
  signOut: () => Promise<ApiResult<null>>;
  backlog: (query: BacklogQuery, until?: AbortSignal) => Promise<ApiResult<BacklogPage>>;
  answers: (until?: AbortSignal) => Promise<ApiResult<AnswersPage>>;
}

/** A hub that has not answered after this long is taken for silent: long past the slowest page of a busy hub, short of patience. */
const TIMEOUT_MS = 10_000;

const discardBody = async () => null;
const readJson = <T>(response: Response) => response.json() as Promise<T>;

/** The hub that serves this desk. */
export function createHubApi(origin: string): HubApi {
  const { api } = hc<HubApp>(origin).desk;
  const requestOptions = (until?: AbortSignal) => ({
    init: { signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(until ? [until] : [])]) },
  });
  return {
    signIn: (token) => toApiResult(api['sign-in'].$post({ json: { token } }, requestOptions()), discardBody),
    me: () => toApiResult(api.me.$get({}, requestOptions()), readJson<{ name: string }>),
    signOut: () => toApiResult(api['sign-out'].$post({}, requestOptions()), discardBody),
    backlog: (query, until) => toApiResult(api.backlog.$get({ query }, requestOptions(until)), readJson<BacklogPage>),
    answers: (until) => toApiResult(api.answers.$get({}, requestOptions(until)), readJson<AnswersPage>),
  };
}
