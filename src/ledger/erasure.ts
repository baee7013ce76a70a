import type { ErasureReceipt } from '../model/hub-api/intake.ts';

/** An entry that its owner erased after it was on its way: gone from the device, and to be erased at the hub. */
export interface Erasure {
  /** Of the entry. */
  id: string;
  /** Milliseconds by the device clock. */
  requestedAt: number;
  /** What the hub answered; without it, the hub is still to be asked. */
  receipt?: ErasureReceipt;
}
