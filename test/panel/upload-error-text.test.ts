import { expect, test } from 'vitest';
import { UPLOAD_ERROR_KINDS } from '../../src/model/fault/upload-error.ts';
import { uploadErrorText } from '../../src/panel/upload-error-text.ts';
import type { Translate } from '../../src/runtime/translate.ts';

const t: Translate = (key, ...values) => [key, ...values].join(' ');

test.each(UPLOAD_ERROR_KINDS)('the error %s has a sentence and a remedy of its own', (kind) => {
  const { what, remedy } = uploadErrorText({ kind, where: '' }, t);
  expect([what, remedy]).toEqual([expect.stringMatching(/^uploadError[A-Z]/), expect.stringMatching(/^uploadRemedy[A-Z]/)]);
});

test('an unexpected status is named, and what to check depends on it', () => {
  expect(uploadErrorText({ kind: 'status', status: 404, where: '' }, t)).toEqual({
    what: 'uploadErrorStatus 404',
    remedy: 'uploadRemedyProxy',
  });
  expect(uploadErrorText({ kind: 'status', status: 501, where: '' }, t).remedy).toBe('uploadRemedyRetry');
});

test('what the browser said follows in brackets', () => {
  const { what } = uploadErrorText({ kind: 'unreachable', where: '', detail: 'Failed to fetch' }, t);
  expect(what).toBe('uploadErrorUnreachable (Failed to fetch)');
});
