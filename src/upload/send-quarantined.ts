import type { Judgement } from './judge-answer.ts';
import { markPresent, type SendContext, type SendResult, send } from './send-waiting.ts';

/** Tries the rows that were set aside, one by one, as long as the hub takes them; the one it fails on goes to the end of the line. */
export async function sendQuarantined(sending: SendContext, sent: SendResult): Promise<SendResult> {
  const waiting = await sending.ledger.waiting();
  const rows = sent.plan.quarantined.flatMap((seq) => waiting.find((row) => row.seq === seq) ?? []);
  let left = rows.map(({ seq }) => seq);
  let settledCount = sent.settledCount;
  for (const row of rows) {
    const present = await markPresent(sending.ledger, [row]);
    const judgement: Judgement | undefined = present.length > 0 ? await send(sending, present) : undefined;
    left = left.filter((seq) => seq !== row.seq);
    if (!judgement) continue;
    if (judgement.kind !== 'judged')
      return { ...sent, settledCount, setback: judgement, plan: { ...sent.plan, quarantined: [...left, row.seq] } };
    settledCount++;
  }
  return { ...sent, settledCount, plan: { ...sent.plan, quarantined: left } };
}
