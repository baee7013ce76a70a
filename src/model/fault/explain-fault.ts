import type { Fault } from './fault.ts';

/**
 * A fault in sentences: where, what, and how to fix it.
 *
 * @param whole what the document as a whole is called at the start of a sentence
 */
export const explainFault = ({ path, reason, remedy }: Fault, whole: string): string => `${path || whole} ${reason}. ${remedy}`;
