import { expect, test } from 'vitest';
import { backlogControl } from '../../../src/hub/store/backlog-control.ts';

const fingerprint = 'AAAAAAAAAAAAAAAAAAAAAA';
const published = new Set([fingerprint]);
const other = 'BBBBBBBBBBBBBBBBBBBBBB';

test('the desk gets no fingerprint that is not published, since whoever knows the key could test names against it', () => {
  expect(backlogControl({ role: 'button', masked: true, fingerprint: other }, published)).toEqual({
    role: 'button',
    masked: true,
    nameUnknown: true,
  });
});

test('the desk gets a published fingerprint, so that items about the same control are together', () => {
  expect(backlogControl({ role: 'button', masked: true, fingerprint }, published)).toMatchObject({
    fingerprint,
    nameUnknown: true,
  });
  expect(backlogControl({ role: 'button', name: 'Repost', fingerprint }, published)).toEqual({
    role: 'button',
    name: 'Repost',
    fingerprint,
  });
});

test('a control without a fingerprint stays as it is', () => {
  expect(backlogControl({ role: 'row', masked: true }, published)).toEqual({ role: 'row', masked: true });
});
