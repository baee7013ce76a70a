import type { Choice } from '../../model/entry/entry.ts';

/** The five kinds of feedback, with the labels of the buttons that people press. */
export const CHOICE_LABELS: Record<Choice, string> = {
  slowed: 'This slowed me down',
  confused: 'This confused me',
  missing: 'Something is missing',
  idea: 'I have an idea',
  works: 'This works well',
};

export function isChoice(value: string | null): value is Choice {
  return value !== null && Object.hasOwn(CHOICE_LABELS, value);
}
