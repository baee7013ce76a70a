import type { Row } from '../ledger/row.ts';
import type { Say } from '../runtime/say.ts';
import { sayMoment } from './say-time.ts';

export interface FateMeans {
  say: Say;
  hub: boolean;
  now: number;
}

/** What became of a row, and why. */
export function sayFate(row: Row, { say, hub, now }: FateMeans): string {
  const when = row.sentAt === undefined ? '' : sayMoment(row.sentAt, now);
  switch (row.state) {
    case 'waiting':
      if (!hub) return say('fateNoHub');
      return say(row.attempts > 0 ? 'fateWaitingAgain' : 'fateWaiting');
    case 'sent':
      return say('fateSent', when, say(`reason_${row.sentFor ?? 'time'}`));
    case 'refused':
      return say('fateRefused', when, refusal(row));
    case 'withheld':
      return say('fateWithheld', row.withheldBy ?? '');
  }
}

function refusal({ verdict }: Row): string {
  if (!verdict || verdict.taken) return '';
  return verdict.path ? `${verdict.path}: ${verdict.reason}` : verdict.reason;
}
