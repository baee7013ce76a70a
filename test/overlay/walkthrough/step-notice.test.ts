import { expect, test } from 'vitest';
import english from '../../../assets/_locales/en/messages.json' with { type: 'json' };
import { noticeOf } from '../../../src/overlay/walkthrough/step-notice.ts';
import { lookUpIn } from '../../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../../src/runtime/translate.ts';

const t = createTranslate(lookUpIn([english]));

test.each([
  [undefined, /^This is not on the page right now\.$/],
  [{ is: 'hidden' }, /on the page, but it is not visible/],
  [{ is: 'several', count: 2 }, /^There are two of these on the page/],
  [{ is: 'several', count: 5 }, /^There are 5 of these on the page/],
] as const)('a step whose control is not found says why: %j', (absence, text) => {
  const walk = { phase: 'missing', mode: 'guide', step: { advance: { on: 'next' } }, ...(absence && { absence }) };
  expect(noticeOf(walk as unknown as Parameters<typeof noticeOf>[0], null)?.text(t)).toMatch(text);
});

test.each([
  ['scrolled', /outside the visible area/],
  ['covered', /in front of it/],
  ['hidden', /on the page, but it is not visible/],
] as const)('a step whose control is %s says so', (outOfSight, text) => {
  const walk = { phase: 'showing', mode: 'guide', step: { advance: { on: 'next' } } };
  expect(noticeOf(walk as unknown as Parameters<typeof noticeOf>[0], outOfSight)?.text(t)).toMatch(text);
});
