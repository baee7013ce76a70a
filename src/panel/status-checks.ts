import type { ExtensionStatus } from '../messaging/extension-messages.ts';
import type { Translate } from '../runtime/translate.ts';
import { formatDateTime, formatList } from './format-time.ts';
import { isMuted, muteText, pauseText } from './status-texts.ts';
import { uploadErrorText } from './upload-error-text.ts';

/** One line of the summary: `good`, or something that a person should look at. */
export interface StatusCheck {
  is: 'good' | 'attention';
  text: string;
}

const good = (text: string): StatusCheck => ({ is: 'good', text });
const attention = (text: string): StatusCheck => ({ is: 'attention', text });

/** What works and what does not, in one line each: policy, apps, packs, sending, and what the person has switched off. */
export function statusChecks(status: ExtensionStatus, t: Translate, now: number): StatusCheck[] {
  const { policy, faults, managed, pause } = status;
  if (!managed) return [attention(t('statusNoPolicy'))];
  const refused = faults.filter(({ warning }) => !warning).length;
  const apps = policy.apps.map(({ name }) => name);
  return [
    refused > 0 ? attention(t('statusFaults', refused)) : good(t('checkPolicy')),
    apps.length > 0 ? good(t('popupApps', formatList(apps))) : attention(t('popupNoApps')),
    packCheck(status, t),
    ...sendingChecks(status, t),
    ...(isMuted(status, now) ? [attention(muteText(status, t, now))] : []),
    ...(pause ? [attention(pauseText(status, t, now))] : []),
  ];
}

function packCheck({ packs }: ExtensionStatus, t: Translate): StatusCheck {
  const faulty = packs.filter(({ faults }) => faults.some(({ warning }) => !warning)).length;
  if (faulty > 0) return attention(t('checkPacksFaulty', faulty));
  const off = packs.filter(({ absence }) => absence?.is === 'off');
  if (off.length > 0) return attention(t('checkPacksOff', formatList(off.map(({ title, id, source }) => title ?? id ?? source))));
  const inUse = packs.filter(({ absence }) => !absence).length;
  return packs.length > 0 ? good(t('checkPacks', inUse)) : attention(t('statusNoPacks'));
}

function sendingChecks({ policy, upload, ledger }: ExtensionStatus, t: Translate): StatusCheck[] {
  const rejected = ledger.refused > 0 ? [attention(t('checkRejected', ledger.refused))] : [];
  if (policy.hub === undefined) return [attention(t('checkNoHub')), ...rejected];
  const { error, lastSuccess } = upload;
  if (error) return [attention(uploadErrorText(error, t).what), ...rejected];
  return [good(lastSuccess ? t('checkSent', formatDateTime(lastSuccess)) : t('checkNothingSent')), ...rejected];
}

/** The summary and everything it rests on, as text to send to whoever helps. */
export const statusReport = (status: ExtensionStatus, checks: readonly StatusCheck[]): string =>
  [
    `Cairn ${status.version}`,
    ...checks.map(({ is, text }) => `${is === 'good' ? '[ok]' : '[!]'} ${text}`),
    '',
    JSON.stringify(status, null, 2),
  ].join('\n');
