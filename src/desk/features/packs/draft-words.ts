import type { DraftState } from '../../../model/hub-api/drafts.ts';

/** The states of a draft as people call them. */
export const DRAFT_STATES: Record<DraftState, string> = {
  draft: 'Being written',
  'in-review': 'In review',
  approved: 'Approved',
  published: 'Published',
  discarded: 'Discarded',
};

/** What is wrong with a text that should be an object of JSON, with the place as far as the browser tells it; null if nothing is. */
export function findJsonFault(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? null : 'It has to be an object: { … }.';
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    if (at === undefined) return String(error).replace(/^SyntaxError: /, '');
    const lines = text.slice(0, Number(at)).split('\n');
    return `Line ${lines.length}, column ${lines.at(-1)!.length + 1}: ${String(error).replace(/^SyntaxError: | in JSON at position.*$/gs, '')}.`;
  }
}
