import type { Judgement } from './judge-answer.ts';
import { type Sending, type Sent, send, stillThere } from './send-waiting.ts';

/** Tries the rows that were set aside, one by one, as long as the hub takes them; the one it fails on goes to the end of the line. */
export async function sendAside(sending: Sending, sent: Sent): Promise<Sent> {
  const waiting = await sending.ledger.waiting();
  const rows = sent.plan.aside.flatMap((seq) => waiting.find((row) => row.seq === seq) ?? []);
  let left = rows.map(({ seq }) => seq);
  let settled = sent.settled;
  for (const row of rows) {
    const still = await stillThere(sending.ledger, [row]);
    const judgement: Judgement | undefined = still.length > 0 ? await send(sending, still) : undefined;
    left = left.filter((seq) => seq !== row.seq);
    if (!judgement) continue;
    if (judgement.kind !== 'judged')
      return { ...sent, settled, setback: judgement, plan: { ...sent.plan, aside: [...left, row.seq] } };
    settled++;
  }
  return { ...sent, settled, plan: { ...sent.plan, aside: left } };
}
