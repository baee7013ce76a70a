import { expect, test } from 'vitest';
import type { ApiFailure, ApiResult } from '../../../src/desk/kit/api-result.ts';
import type { HubApi } from '../../../src/desk/kit/hub-api.ts';
import { createSignIn } from '../../../src/desk/shell/sign-in.ts';
import type { Identity } from '../../../src/model/hub-api/sign-ins.ts';

const failure = (kind: ApiFailure['kind']): { ok: false; why: ApiFailure } => ({
  ok: false,
  why: { kind, title: kind, detail: `${kind}!` },
});
const yes: ApiResult<null> = { ok: true, value: null };
const identity: Identity = {
  name: 'Fadwa',
  role: 'facilitator',
  method: 'link',
  provider: null,
  until: '2026-11-23T00:00:00.000Z',
  may: [],
};
const fadwa: ApiResult<Identity> = { ok: true, value: identity };

interface Answers {
  signIn?: ApiResult<null>[];
  me?: ApiResult<Identity>[];
  signOut?: ApiResult<null>[];
}

/** A hub that gives these answers in turn; any other request fails the test. */
function hubWith({ signIn = [], me = [], signOut = [] }: Answers): Pick<HubApi, 'signIn' | 'me' | 'signOut'> {
  const next = <T>(answers: ApiResult<T>[]) => Promise.resolve(answers.shift() ?? expect.unreachable('an unexpected request'));
  return {
    signIn: () => next(signIn),
    me: () => next(me),
    signOut: () => next(signOut),
  };
}

test('a valid link signs in', async () => {
  const { state, open } = createSignIn(hubWith({ signIn: [yes], me: [fadwa] }));
  await open('token');
  expect(state.value).toEqual({ at: 'in', identity });
});

test('an earlier visit signs in without a link', async () => {
  const { state, open } = createSignIn(hubWith({ me: [fadwa] }));
  await open(null);
  expect(state.value).toEqual({ at: 'in', identity });
});

test('a used link is refused with the hub’s reason when nobody is signed in', async () => {
  const { state, open } = createSignIn(hubWith({ signIn: [failure('refused')], me: [failure('signed-out')] }));
  await open('token');
  expect(state.value).toMatchObject({ at: 'out', why: 'link-refused', failure: { detail: 'refused!' } });
});

test('a used link is ignored when somebody is signed in already', async () => {
  const { state, open } = createSignIn(hubWith({ signIn: [failure('refused')], me: [fadwa] }));
  await open('token');
  expect(state.value).toEqual({ at: 'in', identity });
});

test('a link that got no answer is tried again', async () => {
  const { state, open } = createSignIn(hubWith({ signIn: [failure('unavailable'), failure('unavailable'), yes], me: [fadwa] }));
  await open('token');
  for (let tries = 0; tries < 2; tries += 1) {
    expect(state.value.at).toBe('waiting');
    if (state.value.at === 'waiting') await state.value.retry();
  }
  expect(state.value).toEqual({ at: 'in', identity });
});

test('an outage between sign-in and name keeps the reason of a refusal', async () => {
  const hub = hubWith({ signIn: [failure('refused')], me: [failure('unavailable'), failure('signed-out')] });
  const { state, open } = createSignIn(hub);
  await open('token');
  if (state.value.at === 'waiting') await state.value.retry();
  expect(state.value).toMatchObject({ at: 'out', why: 'link-refused' });
});

test.each([
  [yes, { at: 'out', why: 'left' }],
  [failure('signed-out'), { at: 'out', why: 'left' }],
  [failure('unavailable'), { at: 'waiting' }],
])('signing out is reported as done only when the hub confirms it: %#', async (answer, expected) => {
  const { state, open, signOut } = createSignIn(hubWith({ me: [fadwa], signOut: [answer] }));
  await open(null);
  await signOut();
  expect(state.value).toMatchObject(expected);
});
