import { setTimeout as pause } from 'node:timers/promises';
import type { BatchReply } from '../../../src/model/hub-api/intake.ts';
import { feedback, shown } from '../hub-in-test.ts';
import { enrolAt, post } from '../hub-process.ts';

const SENDERS = 4;
const BATCHES_PER_SENDER = 10;
const BATCH = 5;

/** What senders saw while something went wrong. */
export interface Outcome {
  /** Ids that the hub has acknowledged. */
  acknowledged: string[];
  /** The statuses of all answers; 0 where there was none. */
  statuses: Set<number>;
}

/**
 * Sends batches from several installs, each again until it is acknowledged, while `fault` happens: after some of them, and before the
 * others. Returns when all are acknowledged and the fault is over.
 */
export async function endure(url: () => string, fault: () => Promise<void>): Promise<Outcome> {
  const outcome: Outcome = { acknowledged: [], statuses: new Set() };
  const secrets = await Promise.all(Array.from({ length: SENDERS }, () => enrolAt(url())));
  const isUnderWay = Promise.withResolvers<void>();
  const sendAll = async (secret: string) => {
    for (let sent = 0; sent < BATCHES_PER_SENDER; sent++) {
      await sendUntilAcknowledged(url, secret, outcome);
      if (outcome.acknowledged.length >= SENDERS * BATCH) isUnderWay.resolve();
    }
  };
  await Promise.all([isUnderWay.promise.then(fault), ...secrets.map(sendAll)]);
  return outcome;
}

async function sendUntilAcknowledged(url: () => string, secret: string, { acknowledged, statuses }: Outcome): Promise<void> {
  const at = new Date().toISOString();
  const entries = Array.from({ length: BATCH }, (_, nth) => (nth % 2 ? shown({ at }) : feedback({ at })));
  for (;;) {
    const { status, body } = await post<BatchReply>(`${url()}/v1/entries`, { sentAt: at, entries }, secret).catch(() => noAnswer);
    statuses.add(status);
    if (status === 200) {
      acknowledged.push(...body.results.flatMap((result) => (result.accepted ? [result.id] : [])));
      return;
    }
    await pause(150); // as a browser waits before it sends again
  }
}

const noAnswer = { status: 0, body: { results: [] } as unknown as BatchReply };
