import { hc } from 'hono/client';
import type { HubApp } from '../hub/app.ts';
import type { AnswersPage } from '../model/answer-figures.ts';
import type { BacklogPage } from '../model/backlog.ts';
import type { Choice } from '../model/entry.ts';
import { type Answer, answer } from './answer.ts';

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
export interface Hub {
  signIn: (token: string) => Promise<Answer<null>>;
  me: () => Promise<Answer<{ name: string }>>;
  signOut: () => Promise<Answer<null>>;
  backlog: (query: BacklogQuery, until?: AbortSignal) => Promise<Answer<BacklogPage>>;
  answers: (until?: AbortSignal) => Promise<Answer<AnswersPage>>;
}

/** A hub that has not answered after this long is taken for silent: long past the slowest page of a busy hub, short of patience. */
const patience = 10_000;

const nothing = async () => null;
const json = <T>(response: Response) => response.json() as Promise<T>;

/** The hub that serves this desk. */
export function hubAt(origin: string): Hub {
  const { api } = hc<HubApp>(origin).desk;
  const within = (until?: AbortSignal) => ({
    init: { signal: AbortSignal.any([AbortSignal.timeout(patience), ...(until ? [until] : [])]) },
  });
  return {
    signIn: (token) => answer(api['sign-in'].$post({ json: { token } }, within()), nothing),
    me: () => answer(api.me.$get({}, within()), json<{ name: string }>),
    signOut: () => answer(api['sign-out'].$post({}, within()), nothing),
    backlog: (query, until) => answer(api.backlog.$get({ query }, within(until)), json<BacklogPage>),
    answers: (until) => answer(api.answers.$get({}, within(until)), json<AnswersPage>),
  };
}
