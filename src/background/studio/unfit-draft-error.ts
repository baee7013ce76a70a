import { explainFault } from '../../model/fault/explain-fault.ts';
import type { Fault } from '../../model/fault/fault.ts';

/** What was to be stored as a draft is none, and was not stored. */
export class UnfitDraftError extends Error {
  constructor(fault: Fault) {
    super(explainFault(fault, 'The draft'));
  }
}
