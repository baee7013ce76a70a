import type { ErasureReceipt } from '../model/hub-api/intake.ts';

/** An entry that its owner erased after it had been sent: deleted from the device, to be erased at the hub. */
export interface Erasure {
  /** Id of the entry. */
  id: string;
  /** In milliseconds of the device clock. */
  requestedAt: number;
  /** The hub's answer; missing until the hub has answered. */
  receipt?: ErasureReceipt;
}
