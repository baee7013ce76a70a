import type { Guide } from '../../model/pack/guide.ts';
import { type Stage, stages } from '../../model/pack/stage.ts';
import { AnchorField } from './anchor-field.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { LineField } from './fields.tsx';

const AUDIENCE = ['company', 'site', 'department', 'team', 'role', 'language'] as const;

/** For whom, where and when a guide is shown: fields of every kind of guide, in folds. */
export function GuideFields({ editor }: { editor: DraftEditor }) {
  const { t } = editor;
  return (
    <>
      <details>
        <summary>{t('studioWhere')}</summary>
        <LineField editor={editor} path={['where']} label={t('studioPlaces')} hint={t('studioPlacesHint')} isCode isList />
        <AnchorField editor={editor} path={['requiresControl']} label={t('studioRequiresControl')} />
      </details>
      <details>
        <summary>{t('studioAudience')}</summary>
        <p class="soft">{t('studioAudienceHint')}</p>
        {AUDIENCE.map((attribute) => (
          <LineField
            key={attribute}
            editor={editor}
            path={['who', attribute]}
            label={t(`who_${attribute}`)}
            isList
            isCode={attribute === 'language'}
          />
        ))}
        <StageFields editor={editor} />
      </details>
      <details>
        <summary>{t('studioWhen')}</summary>
        <div class="pair">
          <LineField editor={editor} path={['from']} label={t('studioFrom')} type="date" />
          <LineField editor={editor} path={['until']} label={t('studioUntil')} type="date" />
        </div>
        <LineField editor={editor} path={['priority']} label={t('studioPriority')} type="number" />
        <LineField editor={editor} path={['share']} label={t('studioShare')} type="number" />
        {(['after', 'unless'] as const).map((field) => (
          <LineField
            key={field}
            editor={editor}
            path={[field]}
            label={t(field === 'after' ? 'studioAfter' : 'studioUnless')}
            hint={t('studioOtherGuides')}
            isList
            isCode
            parse={parseGuideStates}
            format={formatGuideStates}
          />
        ))}
        <LineField editor={editor} path={['id']} label={t('studioId')} isCode />
      </details>
    </>
  );
}

/** One guide for each line, with what the person did with it: `first-order`, `first-order seen`. */
const parseGuideStates = (typed: string): unknown[] =>
  typed
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([guide]) => guide)
    .map(([guide, state = 'done']) => ({ guide, state }));

const formatGuideStates = (value: unknown): string =>
  ((value ?? []) as NonNullable<Guide['after']>)
    .map(({ guide, state }) => (state === 'done' ? guide : `${guide} ${state}`))
    .join('\n');

/** The stage of the person with a task, as `task: stage, stage`. */
function StageFields({ editor }: { editor: DraftEditor }) {
  const { t } = editor;
  return (
    <LineField
      editor={editor}
      path={['stage']}
      label={t('studioStage')}
      hint={t('studioStageHint', stages.join(', '))}
      isCode
      parse={(typed) => {
        const [task = '', list = ''] = typed.split(':');
        return { task: task.trim(), is: list.split(',').map((stage) => stage.trim() as Stage) };
      }}
      format={(value) => {
        const stage = value as Guide['stage'];
        return stage ? `${stage.task}: ${stage.is.join(', ')}` : '';
      }}
    />
  );
}
