import type { Ledger } from '../ledger/ledger.ts';
import { erasureReceipt } from '../model/hub-api/intake.ts';
import type { HubAnswer } from './call-hub.ts';
import type { HubClient } from './hub-client.ts';
import { type Setback, setbackOf } from './judge-answer.ts';

interface SendErasuresDeps {
  ledger: Ledger;
  hubClient: HubClient;
  /** Address of the hub's entries, for error messages. */
  where: string;
  now: number;
}

/** Asks the hub to erase what the owner has erased, and stores the receipts. Stops at the first request without a receipt and returns why. */
export async function sendErasures({ ledger, hubClient, where, now }: SendErasuresDeps): Promise<Setback | undefined> {
  for (const { id, receipt } of await ledger.erasures()) {
    if (receipt) continue;
    const result = await hubClient({ method: 'DELETE', path: `/v1/entries/${id}` });
    if (!result.ok) return result;
    const newReceipt = receiptIn(result.answer, id);
    if (!newReceipt) return setbackOf(result.answer, { where: `${where}/${id}`, now });
    await ledger.storeReceipt({ ...newReceipt, id });
  }
  return undefined;
}

function receiptIn(answer: HubAnswer, id: string) {
  const parsed = erasureReceipt.safeParse(answer.kind === 'answered' && answer.status === 200 ? answer.body : undefined);
  return parsed.success && parsed.data.id.toLowerCase() === id.toLowerCase() ? parsed.data : undefined;
}
