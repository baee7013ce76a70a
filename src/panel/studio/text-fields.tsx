import { useId } from 'preact/hooks';
import { formatPath } from '../../model/fault/fault.ts';
import type { Text } from '../../model/text/text.ts';
import { RichView } from '../../overlay/ui/rich-view.tsx';
import { renderMarkdown } from '../../packs/render-markdown.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import { wordingIn } from '../../studio/edit/edit-text.ts';
import type { DraftEditor } from './draft-editor.ts';
import { faultsAt } from './field-faults.tsx';
import { Labelled, valueAt } from './fields.tsx';
import { languageName } from './language-name.ts';
import { useTypedText } from './use-typed-text.ts';

interface TextFieldsProps {
  editor: DraftEditor;
  path: GuidePath;
  label: string;
  /** With a preview of what readers see. */
  isMarkdown?: boolean;
}

/** A text of the guide in its own language, with the other one that is edited beside it. */
export const TextFields = ({ editor, ...props }: TextFieldsProps) => {
  const { draft, otherLanguage } = editor;
  const languages = [draft.language, ...(otherLanguage === undefined ? [] : [otherLanguage])];
  return (
    <div class="languages">
      {languages.map((language) => (
        <WordingField key={`${language} ${formatPath(props.path)}`} editor={editor} language={language} {...props} />
      ))}
    </div>
  );
};

function WordingField({ editor, path, label, isMarkdown, language }: TextFieldsProps & { language: string }) {
  const { draft, session, otherLanguage } = editor;
  const id = useId();
  const typed = useTypedText(
    draft,
    (one) => wordingIn(valueAt(one, path) as Text | undefined, language, one.language) ?? '',
    (wording) => session.edit({ is: 'set-text', path, language, wording }),
  );
  const isBase = language === draft.language;
  const faults = [
    ...typed.faults,
    ...faultsAt(session.faults.value, [...path, language]),
    ...(isBase ? faultsAt(session.faults.value, path, { below: false }) : []),
  ];
  const shared = {
    id,
    lang: language,
    dir: 'auto' as const,
    value: typed.text,
    onInput: typed.onInput,
    onBlur: typed.onBlur,
    'aria-invalid': faults.some(({ warning }) => !warning),
    'aria-describedby': `${id}-faults`,
  };
  return (
    <Labelled id={id} label={otherLanguage === undefined ? label : `${label} (${languageName(language)})`} faults={faults}>
      {isMarkdown ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />}
      {isMarkdown && typed.text.trim() !== '' && (
        // biome-ignore lint/a11y/useSemanticElements: what is previewed is no set of form fields
        <div class="preview" role="group" aria-label={editor.t('studioPreview')} lang={language} dir="auto">
          <RichView rich={renderMarkdown(typed.text)} />
        </div>
      )}
    </Labelled>
  );
}
