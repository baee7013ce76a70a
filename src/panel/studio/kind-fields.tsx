import type { ChecklistItem } from '../../model/pack/checklist.ts';
import type { Notice } from '../../model/pack/notice.ts';
import type { Question, QuestionType } from '../../model/pack/question.ts';
import { underscored } from '../../runtime/translate.ts';
import { uniqueId } from '../../studio/edit/unique-id.ts';
import { AnchorField } from './anchor-field.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { CheckField, ChoiceField, LineField, valueAt } from './fields.tsx';
import { ListFields } from './list-fields.tsx';
import { TextFields } from './text-fields.tsx';

/** The fields that only this kind of guide has. Steps of a walkthrough have a list of their own. */
export function KindFields({ editor }: { editor: DraftEditor }) {
  const { t, draft } = editor;
  switch (draft.guide.kind) {
    case 'tip':
      return <TipFields editor={editor} mark={draft.guide.mark} />;
    case 'notice':
      return <NoticeFields editor={editor} notice={draft.guide} />;
    case 'checklist':
      return <ChecklistFields editor={editor} items={draft.guide.items} />;
    case 'question':
      return <QuestionFields editor={editor} question={draft.guide} />;
    case 'reply':
      return <p class="soft">{t('studioReplyElsewhere')}</p>;
    case 'walkthrough':
      return null;
  }
}

function TipFields({ editor, mark }: { editor: DraftEditor; mark: 'beacon' | 'underline' }) {
  const { t } = editor;
  return (
    <>
      <AnchorField editor={editor} path={['anchor']} label={t('studioControl')} isRequired />
      <TextFields editor={editor} path={['body']} label={t('studioBody')} isMarkdown />
      <ChoiceField
        editor={editor}
        path={['mark']}
        label={t('studioMark')}
        selected={mark}
        options={[
          ['beacon', t('studioMarkBeacon')],
          ['underline', t('studioMarkUnderline')],
        ]}
        toValue={(chosen) => chosen}
      />
      <LineField editor={editor} path={['opens']} label={t('studioOpens')} isCode />
    </>
  );
}

function NoticeFields({ editor, notice }: { editor: DraftEditor; notice: Notice }) {
  const { t } = editor;
  return (
    <>
      <TextFields editor={editor} path={['body']} label={t('studioBody')} isMarkdown />
      <ChoiceField
        editor={editor}
        path={['as']}
        label={t('studioShape')}
        selected={notice.as}
        options={[
          ['card', t('studioShapeCard')],
          ['banner', t('studioShapeBanner')],
        ]}
        toValue={(chosen) => chosen}
      />
      <LineField editor={editor} path={['opens']} label={t('studioOpens')} isCode />
      <LineField
        editor={editor}
        path={['link']}
        label={t('studioLink')}
        isCode
        parse={(to) => ({ to, text: notice.link?.text ?? t('studioLinkText') })}
        format={(link) => (link as Notice['link'])?.to ?? ''}
      />
      {notice.link && <TextFields editor={editor} path={['link', 'text']} label={t('studioLinkLabel')} />}
      <CheckField editor={editor} path={['safety']} label={t('studioSafety')} />
    </>
  );
}

function ChecklistFields({ editor, items }: { editor: DraftEditor; items: readonly ChecklistItem[] }) {
  const { t } = editor;
  const create = (): ChecklistItem => {
    const id = uniqueId(
      'item',
      items.map((item) => item.id),
    );
    return { id, title: t('studioNewEntry') };
  };
  return (
    <>
      <TextFields editor={editor} path={['body']} label={t('studioBody')} isMarkdown />
      <ListFields<ChecklistItem>
        editor={editor}
        path={['items']}
        label={t('studioItems')}
        addLabel={t('studioAddItem')}
        create={create}
        min={1}
      >
        {(_, at) => (
          <>
            <TextFields editor={editor} path={[...at, 'title']} label={t('studioTitle')} />
            <TextFields editor={editor} path={[...at, 'body']} label={t('studioBody')} isMarkdown />
            <LineField editor={editor} path={[...at, 'opens']} label={t('studioOpens')} isCode />
            <LineField editor={editor} path={[...at, 'task']} label={t('studioTask')} isCode />
            <LineField editor={editor} path={[...at, 'link']} label={t('studioLink')} isCode />
          </>
        )}
      </ListFields>
      <TextFields editor={editor} path={['thanks']} label={t('studioThanks')} isMarkdown />
    </>
  );
}

const QUESTION_TYPES = ['umux-lite', 'choice', 'words'] as const;

function QuestionFields({ editor, question }: { editor: DraftEditor; question: Question }) {
  const { t } = editor;
  const { asks } = question;
  return (
    <>
      <TextFields editor={editor} path={['body']} label={t('studioBody')} isMarkdown />
      <ChoiceField
        editor={editor}
        path={['asks']}
        label={t('studioAsks')}
        selected={asks.what}
        options={QUESTION_TYPES.map((what): [QuestionType['what'], string] => [what, t(`asks_${underscored(what)}`)])}
        toValue={(what) => newQuestionType(what, editor)}
      />
      {asks.what === 'umux-lite' && <TextFields editor={editor} path={['asks', 'about']} label={t('studioAbout')} />}
      {asks.what === 'choice' && (
        <ListFields<{ id: string; text: unknown }>
          editor={editor}
          path={['asks', 'options']}
          label={t('studioOptions')}
          addLabel={t('studioAddOption')}
          create={() => newOption(editor)}
          min={2}
        >
          {(_, at) => <TextFields editor={editor} path={[...at, 'text']} label={t('studioOption')} />}
        </ListFields>
      )}
    </>
  );
}

function newQuestionType(what: QuestionType['what'], { t }: DraftEditor): QuestionType {
  if (what !== 'choice') return { what };
  const text = t('studioNewEntry');
  return { what, options: [1, 2].map((nth) => ({ id: `option-${nth}`, text: `${text} ${nth}` })) };
}

function newOption({ draft, t }: DraftEditor) {
  const options = (valueAt(draft, ['asks', 'options']) ?? []) as { id: string }[];
  const id = uniqueId(
    'option-1',
    options.map((option) => option.id),
  );
  return { id, text: t('studioNewEntry') };
}
