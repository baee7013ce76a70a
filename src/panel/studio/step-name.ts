import type { Step } from '../../model/pack/step.ts';
import type { Text } from '../../model/text/text.ts';
import type { DraftEditor } from './draft-editor.ts';

/** `2. Choose Save`, or the end of the guide. */
export function stepName(steps: readonly Step[], id: string, { draft, t }: Pick<DraftEditor, 'draft' | 't'>): string {
  const index = steps.findIndex((step) => step.id === id);
  return index < 0 ? t('studioEnd') : `${index + 1}. ${wordingFor(steps[index]!.title, draft.language)}`;
}

/** A text in the language of the draft, or in the first that it has. */
export function wordingFor(text: Text, language: string): string {
  return typeof text === 'string' ? text : (text[language] ?? Object.values(text)[0] ?? '');
}
