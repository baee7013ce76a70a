import { useId } from 'preact/hooks';
import type { Anchor } from '../../model/pack/anchor.ts';
import { localize } from '../../model/text/text.ts';
import { controlText } from '../../runtime/control-text.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import { HealthLight } from './anchor-light.tsx';
import type { DraftEditor } from './draft-editor.ts';
import { FieldFaults, faultsAt } from './field-faults.tsx';
import { valueAt } from './fields.tsx';

interface AnchorFieldProps {
  editor: DraftEditor;
  path: GuidePath;
  label: string;
  /** The guide or condition is about this control and cannot be without it. */
  isRequired?: boolean;
}

/** A control of the guide: which one, how it fares on the page in front, and ways to point at another. */
export function AnchorField({ editor, path, label, isRequired }: AnchorFieldProps) {
  const { draft, session, t } = editor;
  const id = useId();
  const anchor = valueAt(draft, path) as Anchor | undefined;
  const health = anchor && session.health.value[JSON.stringify(['guide', ...path])];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box to read
    <div class="field anchor" role="group" aria-labelledby={id}>
      <p class="label" id={id}>
        {label}
      </p>
      <p>{anchor ? anchorText(anchor, editor) : <span class="soft">{t('studioNoControl')}</span>}</p>
      {health && (
        <p role="status">
          <HealthLight health={health} t={t} />
        </p>
      )}
      {health?.differs && <p class="soft">{t('studioDiffers', health.differs.map((one) => t(`differs_${one}`)).join(' · '))}</p>}
      <div class="row">
        <button type="button" onClick={() => void editor.pick(path)}>
          {t(anchor ? 'studioPickOther' : 'studioPick')}
        </button>
        {health?.nearest && (
          <button type="button" onClick={() => void editor.pick(path, true)}>
            {t('studioTakeNearest', controlText(health.nearest, t))}
          </button>
        )}
        {health?.isWeakened && (
          <button type="button" onClick={() => void editor.pick(path, true)}>
            {t('studioTakeToday')}
          </button>
        )}
        {anchor && !isRequired && (
          <button type="button" class="quiet" onClick={() => editor.edit({ is: 'set', path, value: undefined })}>
            {t('studioRemoveControl')}
          </button>
        )}
      </div>
      <FieldFaults id={`${id}-faults`} faults={faultsAt(session.faults.value, path)} />
    </div>
  );
}

export function anchorText({ role, name }: Anchor, { draft, t }: Pick<DraftEditor, 'draft' | 't'>): string {
  const shown = name === undefined ? undefined : localize(name, [draft.language], draft.language).text;
  return controlText(shown === undefined ? { role } : { role, name: shown }, t);
}
