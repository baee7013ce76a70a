import type { ValueTest } from '../../model/pack/value-test.ts';
import { underscored } from '../../runtime/translate.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import type { DraftEditor } from './draft-editor.ts';
import { ChoiceField, LineField, valueAt } from './fields.tsx';

const KINDS = ['filled', 'empty', 'checked', 'unchecked', 'one-of', 'matches', 'number'] as const;

interface ValueTestFieldsProps {
  editor: DraftEditor;
  path: GuidePath;
  /** Any value may do. */
  isOptional?: boolean;
}

/** What the value of a control has to be. */
export function ValueTestFields({ editor, path, isOptional }: ValueTestFieldsProps) {
  const { draft, t } = editor;
  const test = valueAt(draft, path) as ValueTest | undefined;
  const kinds = KINDS.map((kind): [ValueTest['is'] | 'any', string] => [kind, t(`valueTest_${underscored(kind)}`)]);
  return (
    <>
      <ChoiceField
        editor={editor}
        path={path}
        label={t('studioValue')}
        options={isOptional ? [['any', t('valueTest_any')], ...kinds] : kinds}
        selected={test?.is ?? 'any'}
        toValue={(kind) => (kind === 'any' ? undefined : newTest(kind))}
      />
      {test?.is === 'one-of' && <LineField editor={editor} path={[...path, 'values']} label={t('studioValues')} isList />}
      {test?.is === 'matches' && <LineField editor={editor} path={[...path, 'pattern']} label={t('studioPattern')} isCode />}
      {test?.is === 'number' && (
        <div class="pair">
          <LineField editor={editor} path={[...path, 'min']} label={t('studioMin')} type="number" />
          <LineField editor={editor} path={[...path, 'max']} label={t('studioMax')} type="number" />
        </div>
      )}
    </>
  );
}

function newTest(is: ValueTest['is']): ValueTest {
  if (is === 'one-of') return { is, values: ['…'] };
  return is === 'matches' ? { is, pattern: '.*' } : { is };
}
