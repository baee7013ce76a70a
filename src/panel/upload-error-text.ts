import type { UploadError, UploadErrorKind } from '../model/fault/upload-error.ts';
import type { Translate } from '../runtime/translate.ts';

interface UploadErrorText {
  what: string;
  remedy: string;
}

/** An error of sending in the reader's language: what happened, and what to do. */
export function uploadErrorText({ kind, status, detail }: UploadError, t: Translate): UploadErrorText {
  const what = kind === 'status' ? t('uploadErrorStatus', String(status ?? '–')) : t(whatKeys[kind]);
  return { what: detail ? `${what} (${detail})` : what, remedy: t(remedyKey({ kind, status })) };
}

const whatKeys = {
  timeout: 'uploadErrorTimeout',
  unreachable: 'uploadErrorUnreachable',
  tooLarge: 'uploadErrorTooLarge',
  notTheHub: 'uploadErrorNotTheHub',
  wrongToken: 'uploadErrorWrongToken',
  unknownInstall: 'uploadErrorUnknownInstall',
  overBudget: 'uploadErrorOverBudget',
  busy: 'uploadErrorBusy',
  hubFailed: 'uploadErrorHubFailed',
  ledger: 'uploadErrorLedger',
} as const satisfies Record<Exclude<UploadErrorKind, 'status'>, string>;

const remedyKeys = {
  timeout: 'uploadRemedyRetry',
  unreachable: 'uploadRemedyUnreachable',
  tooLarge: 'uploadRemedyProxy',
  notTheHub: 'uploadRemedyProxy',
  wrongToken: 'uploadRemedyWrongToken',
  unknownInstall: 'uploadRemedyRetry',
  overBudget: 'uploadRemedyOverBudget',
  busy: 'uploadRemedyRetry',
  hubFailed: 'uploadRemedyRetry',
  ledger: 'uploadRemedyLedger',
} as const satisfies Record<Exclude<UploadErrorKind, 'status'>, string>;

const remedyKey = ({ kind, status }: Pick<UploadError, 'kind' | 'status'>) => {
  if (kind !== 'status') return remedyKeys[kind];
  return (status ?? 0) < 500 ? 'uploadRemedyProxy' : 'uploadRemedyRetry';
};
