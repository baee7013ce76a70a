import { expect, test } from 'vitest';
import type { ApiFailure, ApiResult } from '../../../src/desk/kit/api-result.ts';
import type { HubApi } from '../../../src/desk/kit/hub-api.ts';
import { createSignIn } from '../../../src/desk/shell/sign-in.ts';

const trouble = (kind: ApiFailure['kind']): { ok: false; why: ApiFailure } => ({
  ok: false,
  why: { kind, title: kind, detail: `${kind}!` },
});
const yes: ApiResult<null> = { ok: true, value: null };
const fadwa: ApiResult<{ name: string }> = { ok: true, value: { name: 'Fadwa' } };

interface Says {
  signIn?: ApiResult<null>[];
  me?: ApiResult<{ name: string }>[];
  signOut?: ApiResult<null>[];
}

/** A hub that gives these answers in turn, and none that was not foreseen. */
function says({ signIn = [], me = [], signOut = [] }: Says): HubApi {
  const next = <T>(answers: ApiResult<T>[]) => Promise.resolve(answers.shift() ?? expect.unreachable('not asked for that'));
  return {
    signIn: () => next(signIn),
    me: () => next(me),
    signOut: () => next(signOut),
    backlog: () => expect.unreachable(),
    answers: () => expect.unreachable(),
  };
}

test('a good link lets its owner in', async () => {
  const { state, open } = createSignIn(says({ signIn: [yes], me: [fadwa] }));
  await open('token');
  expect(state.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('an earlier visit lets its owner in without a link', async () => {
  const { state, open } = createSignIn(says({ me: [fadwa] }));
  await open(null);
  expect(state.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('a used link says so to a stranger', async () => {
  const { state, open } = createSignIn(says({ signIn: [trouble('refused')], me: [trouble('signed-out')] }));
  await open('token');
  expect(state.value).toMatchObject({ at: 'out', why: 'link-refused', failure: { detail: 'refused!' } });
});

test('a used link is no hindrance to who is signed in already', async () => {
  const { state, open } = createSignIn(says({ signIn: [trouble('refused')], me: [fadwa] }));
  await open('token');
  expect(state.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('a silent hub does not cost the link: it is tried again', async () => {
  const { state, open } = createSignIn(says({ signIn: [trouble('silent'), trouble('silent'), yes], me: [fadwa] }));
  await open('token');
  for (let tries = 0; tries < 2; tries += 1) {
    expect(state.value.at).toBe('waiting');
    if (state.value.at === 'waiting') await state.value.retry();
  }
  expect(state.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('silence between link and name keeps the reason of a refusal', async () => {
  const hub = says({ signIn: [trouble('refused')], me: [trouble('silent'), trouble('signed-out')] });
  const { state, open } = createSignIn(hub);
  await open('token');
  if (state.value.at === 'waiting') await state.value.retry();
  expect(state.value).toMatchObject({ at: 'out', why: 'link-refused' });
});

test.each([
  [yes, { at: 'out', why: 'left' }],
  [trouble('signed-out'), { at: 'out', why: 'left' }],
  [trouble('silent'), { at: 'waiting' }],
])('signing out is only said to be done when it is: %#', async (left, standingAfter) => {
  const { state, open, signOut } = createSignIn(says({ me: [fadwa], signOut: [left] }));
  await open(null);
  await signOut();
  expect(state.value).toMatchObject(standingAfter);
});
