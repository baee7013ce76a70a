import { expect, test } from 'vitest';
import type { Answer, Trouble } from '../../src/desk/answer.ts';
import type { Hub } from '../../src/desk/hub.ts';
import { signInAt } from '../../src/desk/session.ts';

const trouble = (kind: Trouble['kind']): { ok: false; why: Trouble } => ({
  ok: false,
  why: { kind, title: kind, detail: `${kind}!` },
});
const yes: Answer<null> = { ok: true, value: null };
const fadwa: Answer<{ name: string }> = { ok: true, value: { name: 'Fadwa' } };

interface Says {
  signIn?: Answer<null>[];
  me?: Answer<{ name: string }>[];
  signOut?: Answer<null>[];
}

/** A hub that gives these answers in turn, and none that was not foreseen. */
function says({ signIn = [], me = [], signOut = [] }: Says): Hub {
  const next = <T>(answers: Answer<T>[]) => Promise.resolve(answers.shift() ?? expect.unreachable('not asked for that'));
  return {
    signIn: () => next(signIn),
    me: () => next(me),
    signOut: () => next(signOut),
    backlog: () => expect.unreachable(),
    answers: () => expect.unreachable(),
  };
}

test('a good link lets its owner in', async () => {
  const { standing, open } = signInAt(says({ signIn: [yes], me: [fadwa] }));
  await open('token');
  expect(standing.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('an earlier visit lets its owner in without a link', async () => {
  const { standing, open } = signInAt(says({ me: [fadwa] }));
  await open(null);
  expect(standing.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('a used link says so to a stranger', async () => {
  const { standing, open } = signInAt(says({ signIn: [trouble('refused')], me: [trouble('signed-out')] }));
  await open('token');
  expect(standing.value).toMatchObject({ at: 'out', why: 'link-refused', trouble: { detail: 'refused!' } });
});

test('a used link is no hindrance to who is signed in already', async () => {
  const { standing, open } = signInAt(says({ signIn: [trouble('refused')], me: [fadwa] }));
  await open('token');
  expect(standing.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('a silent hub does not cost the link: it is tried again', async () => {
  const { standing, open } = signInAt(says({ signIn: [trouble('silent'), trouble('silent'), yes], me: [fadwa] }));
  await open('token');
  for (let tries = 0; tries < 2; tries += 1) {
    expect(standing.value.at).toBe('waiting');
    if (standing.value.at === 'waiting') await standing.value.again();
  }
  expect(standing.value).toEqual({ at: 'in', name: 'Fadwa' });
});

test('silence between link and name keeps the reason of a refusal', async () => {
  const hub = says({ signIn: [trouble('refused')], me: [trouble('silent'), trouble('signed-out')] });
  const { standing, open } = signInAt(hub);
  await open('token');
  if (standing.value.at === 'waiting') await standing.value.again();
  expect(standing.value).toMatchObject({ at: 'out', why: 'link-refused' });
});

test.each([
  [yes, { at: 'out', why: 'left' }],
  [trouble('signed-out'), { at: 'out', why: 'left' }],
  [trouble('silent'), { at: 'waiting' }],
])('signing out is only said to be done when it is: %#', async (left, standingAfter) => {
  const { standing, open, signOut } = signInAt(says({ me: [fadwa], signOut: [left] }));
  await open(null);
  await signOut();
  expect(standing.value).toMatchObject(standingAfter);
});
