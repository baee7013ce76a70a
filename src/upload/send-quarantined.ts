import type { Judgement } from './judge-answer.ts';
import { markPresent, type SendContext, type SendResult, sendBatch } from './send-waiting.ts';

/** Sends the quarantined rows one by one as long as the hub accepts them. The row that it fails on goes to the end of the queue. */
export async function sendQuarantined(context: SendContext, sent: SendResult): Promise<SendResult> {
  const waiting = await context.ledger.waiting();
  const rows = sent.plan.quarantined.flatMap((seq) => waiting.find((row) => row.seq === seq) ?? []);
  let remaining = rows.map(({ seq }) => seq);
  let settledCount = sent.settledCount;
  for (const row of rows) {
    const present = await markPresent(context.ledger, [row]);
    const judgement: Judgement | undefined = present.length > 0 ? await sendBatch(context, present) : undefined;
    remaining = remaining.filter((seq) => seq !== row.seq);
    if (!judgement) continue;
    if (judgement.kind !== 'judged')
      return { ...sent, settledCount, setback: judgement, plan: { ...sent.plan, quarantined: [...remaining, row.seq] } };
    settledCount++;
  }
  return { ...sent, settledCount, plan: { ...sent.plan, quarantined: remaining } };
}
