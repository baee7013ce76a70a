import type { Ledger } from '../ledger/ledger.ts';
import { erasureReceipt } from '../model/hub-api.ts';
import type { HubAnswer } from './ask-hub.ts';
import type { HubDoor } from './hub-door.ts';
import { type Setback, setbackOf } from './judge-answer.ts';

export interface Erasing {
  ledger: Ledger;
  door: HubDoor;
  /** Address of the hub's entries, to tell people. */
  where: string;
  now: number;
}

/** Asks the hub to erase what its owner has erased, and keeps the receipts. Ends at the first that gets none, and says why. */
export async function sendErasures({ ledger, door, where, now }: Erasing): Promise<Setback | undefined> {
  for (const { id, receipt } of await ledger.erasures()) {
    if (receipt) continue;
    const passed = await door({ method: 'DELETE', path: `/v1/entries/${id}` });
    if (!passed.ok) return passed;
    const given = receiptIn(passed.answer, id);
    if (!given) return setbackOf(passed.answer, { where: `${where}/${id}`, now });
    await ledger.keepReceipt({ ...given, id });
  }
  return undefined;
}

function receiptIn(answer: HubAnswer, id: string) {
  const parsed = erasureReceipt.safeParse(answer.kind === 'answered' && answer.status === 200 ? answer.body : undefined);
  return parsed.success && parsed.data.id.toLowerCase() === id.toLowerCase() ? parsed.data : undefined;
}
