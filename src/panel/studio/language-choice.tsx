import type { Signal } from '@preact/signals';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { Text } from '../../model/text/text.ts';
import type { Translate } from '../../runtime/translate.ts';
import type { DraftEditor } from './draft-editor.ts';
import { commonLanguages, languageName } from './language-name.ts';
import type { StudioBoard } from './studio-state.ts';

interface LanguageChoiceProps {
  draft: StudioDraft;
  /** The language that is edited beside the draft's own; empty for none. */
  other: Signal<string>;
  t: Translate;
}

/** Which language is edited beside the draft's own. Those that the draft has come first. */
export function LanguageChoice({ draft, other, t }: LanguageChoiceProps) {
  const used = languagesOf(draft.guide).filter((language) => language !== draft.language);
  const others = commonLanguages.filter((language) => language !== draft.language && !used.includes(language));
  const option = (language: string) => (
    <option key={language} value={language}>
      {languageName(language)}
    </option>
  );
  return (
    <label class="field">
      {t('studioOtherLanguage', languageName(draft.language))}
      <select
        value={other.value}
        onChange={({ currentTarget }) => {
          other.value = currentTarget.value;
        }}
      >
        <option value="">{t('studioNone')}</option>
        {used.length > 0 && <optgroup label={t('studioLanguagesUsed')}>{used.map(option)}</optgroup>}
        <optgroup label={t('studioLanguagesMore')}>{others.map(option)}</optgroup>
      </select>
    </label>
  );
}

/** Repeats the steps in the language of the page in front, so that their controls are known in it and have an instruction. */
export const RepeatInLanguage = ({ editor, board }: { editor: DraftEditor; board: StudioBoard }) => {
  const { session, t } = editor;
  const repeat = async () => {
    if (await session.flush()) await board.translate(session.id);
  };
  return (
    <div class="repeat-in-language">
      <button
        type="button"
        disabled={!board.state.value?.may.record}
        aria-describedby="studio-repeat-what"
        onClick={() => void repeat()}
      >
        {t('studioRepeat')}
      </button>
      <p id="studio-repeat-what" class="soft">
        {t('studioRepeatWhat')}
      </p>
    </div>
  );
};

/** The languages of texts that are written by language. */
function languagesOf(guide: StudioDraft['guide']): string[] {
  const texts: (Text | undefined)[] = [guide.title, 'body' in guide ? guide.body : undefined];
  if (guide.kind === 'walkthrough') texts.push(...guide.steps.flatMap(({ title, body }) => [title, body]));
  if (guide.kind === 'checklist') texts.push(...guide.items.flatMap(({ title, body }) => [title, body]));
  return [...new Set(texts.flatMap((text) => (typeof text === 'object' ? Object.keys(text) : [])))].toSorted();
}
