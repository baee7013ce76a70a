import type { Ledger } from '../ledger/ledger.ts';
import type { FlushReason } from '../ledger/row.ts';
import { quoteRemote } from '../model/text/quote-remote.ts';
import { afterSending } from './after-sending.ts';
import { hubUrl } from './enrol.ts';
import { createHubClient, type HubClientDeps } from './hub-client.ts';
import type { Setback } from './judge-answer.ts';
import type { PolicyHub } from './policy-hub.ts';
import type { ProposalOutbox } from './proposal-outbox.ts';
import { type Alarms, saveAndSchedule } from './save-and-schedule.ts';
import { sendErasures } from './send-erasures.ts';
import { sendProposals } from './send-proposals.ts';
import { sendQuarantined } from './send-quarantined.ts';
import { type SendContext, type SendResult, sendWaiting } from './send-waiting.ts';
import type { UploadState, UploadStateDeps } from './upload-state.ts';

export interface SendEverythingDeps extends Omit<HubClientDeps, 'kv'> {
  kv: HubClientDeps['kv'] & UploadStateDeps['kv'];
  ledger: Ledger;
  alarms: Alarms;
  proposals: ProposalOutbox;
  /** A number from 0 up to 1. */
  random(): number;
}

/** A worker that is stopped while it sends is woken after this long. */
const WAKE_AFTER_MS = 90_000;

/** Sends everything that waits, and schedules the next flush if one is needed. */
export async function sendEverything(
  deps: SendEverythingDeps,
  { state, hub, reason }: { state: UploadState; hub: PolicyHub; reason: FlushReason },
): Promise<void> {
  const { ledger, proposals, clock, random } = deps;
  await saveAndSchedule(deps, { ...state, next: { at: clock.now() + WAKE_AFTER_MS, reason: 'retry' } });
  const hubClient = createHubClient(deps, hub);
  const result = await sendAll({
    ledger,
    clock,
    hubClient,
    sendProposals: () => sendProposals({ proposals, hubClient, where: hubUrl(hub, '/v1/proposals'), now: clock.now() }),
    where: hubUrl(hub, '/v1/entries'),
    reason,
    plan: { size: state.size, quarantined: state.quarantined, suspect: state.suspect },
  });
  await saveAndSchedule(deps, afterSending(state, result, { now: clock.now(), random }));
}

/**
 * Sends the waiting rows; then, on a retry or if a row was quarantined just now, the quarantined rows; then erasures, and proposals. A
 * ledger that fails is a reason to rest, like a hub that fails.
 */
async function sendAll(context: SendContext & { sendProposals(): Promise<Setback | undefined> }): Promise<SendResult> {
  try {
    const sent = await sendWaiting(context);
    if (sent.shouldRest) return sent;
    const hasNewQuarantine = sent.plan.quarantined.length > context.plan.quarantined.length;
    const all = hasNewQuarantine || context.reason === 'retry' ? await sendQuarantined(context, sent) : sent;
    const unerased = await sendErasures({ ...context, now: context.clock.now() });
    const unproposed = await context.sendProposals();
    return {
      ...all,
      ...(unerased && { setback: unerased, hasOpenErasure: true }),
      ...(unproposed && { setback: unproposed, shouldRest: true }),
    };
  } catch (error) {
    const ledgerError = {
      kind: 'ledger',
      where: '',
      detail: quoteRemote(String(error)),
    } as const;
    return { plan: context.plan, settledCount: 0, setback: { error: ledgerError, waitMs: 0 }, shouldRest: true };
  }
}
