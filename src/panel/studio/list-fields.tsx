import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import type { DraftEditor } from './draft-editor.ts';
import { valueAt } from './fields.tsx';

interface ListFieldsProps<V> {
  editor: DraftEditor;
  path: GuidePath;
  label: string;
  /** Label of the button that adds one. */
  addLabel: string;
  /** What a new one begins as; without it, none can be added now. */
  create?: (() => V) | undefined;
  /** So many have to stay. */
  min?: number;
  children: (value: V, path: GuidePath, index: number) => ComponentChildren;
}

/** A list of the guide: each with its fields, to be added, moved up and removed. An empty list is left out of the guide. */
export function ListFields<V>({ editor, path, label, addLabel, create, min = 0, children }: ListFieldsProps<V>) {
  const { draft, t } = editor;
  const id = useId();
  const values = (valueAt(draft, path) as V[] | undefined) ?? [];
  const set = (changed: V[]) => editor.edit({ is: 'set', path, value: changed.length > 0 || min > 0 ? changed : undefined });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box to read
    <div class="list-fields" role="group" aria-labelledby={id}>
      <p class="label" id={id}>
        {label}
      </p>
      <ol>
        {values.map((value, index) => (
          <li key={index}>
            {children(value, [...path, index], index)}
            <div class="row">
              {index > 0 && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={t('studioMoveUpNth', String(index + 1))}
                  onClick={() => set(values.toSpliced(index, 1).toSpliced(index - 1, 0, value))}
                >
                  {t('studioMoveUp')}
                </button>
              )}
              {values.length > min && (
                <button
                  type="button"
                  class="quiet"
                  aria-label={t('studioRemoveNth', String(index + 1))}
                  onClick={() => set(values.toSpliced(index, 1))}
                >
                  {t('studioRemove')}
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {create && (
        <button type="button" onClick={() => set([...values, create()])}>
          {addLabel}
        </button>
      )}
    </div>
  );
}
