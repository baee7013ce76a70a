import { type ComponentChildren, type ComponentProps, h } from 'preact';
import { useId } from 'preact/hooks';
import type { Fault } from '../../model/fault/fault.ts';
import { memberOf } from '../../model/fault/schema-at.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';
import type { DraftEditor } from './draft-editor.ts';
import { FieldFaults, faultsAt } from './field-faults.tsx';
import { useTypedText } from './use-typed-text.ts';

export const valueAt = (draft: StudioDraft, path: GuidePath): unknown => path.reduce(memberOf, draft.guide as unknown);

interface FieldProps {
  editor: DraftEditor;
  path: GuidePath;
  label: string;
  hint?: string;
}

interface LineFieldProps extends FieldProps {
  type?: 'text' | 'number' | 'date';
  /** Addresses and ids read from left to right in every language. */
  isCode?: boolean;
  /** What is written is one value for each line. */
  isList?: boolean;
  parse?: (typed: string) => unknown;
  format?: (value: unknown) => string;
}

/** A field of the guide that is written as one line, or as one value for each line. An empty one is left out of the guide. */
export function LineField({ editor, path, label, hint, ...kind }: LineFieldProps) {
  const { type = 'text', isCode, isList, parse = isList ? parseLines : type === 'number' ? Number : String } = kind;
  const { format = formatValue } = kind;
  const id = useId();
  const commit = (text: string) =>
    editor.session.edit({ is: 'set', path, value: text.trim() === '' ? undefined : parse(text.trim()) });
  const typed = useTypedText(editor.draft, (draft) => format(valueAt(draft, path)), commit);
  const faults = [...typed.faults, ...faultsAt(editor.session.faults.value, path)];
  const shared = {
    id,
    value: typed.text,
    onInput: typed.onInput,
    onBlur: typed.onBlur,
    'aria-invalid': faults.some(({ warning }) => !warning),
    'aria-describedby': `${id}-faults${hint ? ` ${id}-hint` : ''}`,
    ...(isCode && { dir: 'ltr' as const, spellcheck: false, autocomplete: 'off' }),
  };
  return (
    <Labelled id={id} label={label} hint={hint} faults={faults}>
      {isList ? (
        <textarea rows={Math.min(6, typed.text.split('\n').length + 1)} {...shared} />
      ) : (
        <TypedInput type={type} {...shared} />
      )}
    </Labelled>
  );
}

/** An input of a type that is known only when it is drawn. */
const TypedInput = ({ type, ...shared }: { type: 'text' | 'number' | 'date' } & Omit<ComponentProps<'textarea'>, 'ref'>) =>
  h('input', { type, ...shared } as object);

const parseLines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const formatValue = (value: unknown): string =>
  Array.isArray(value) ? value.join('\n') : value === undefined ? '' : String(value);

/** A choice of one value. */
export function ChoiceField<V extends string>({
  editor,
  path,
  label,
  options,
  toValue,
  selected,
}: FieldProps & { options: readonly [V, string][]; selected: V; toValue: (chosen: V) => unknown }) {
  const id = useId();
  const faults = faultsAt(editor.session.faults.value, path, { below: false });
  return (
    <Labelled id={id} label={label} faults={faults}>
      <select
        id={id}
        value={selected}
        aria-describedby={`${id}-faults`}
        onChange={({ currentTarget }) => editor.edit({ is: 'set', path, value: toValue(currentTarget.value as V) })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Something that is so or not; what is not so is left out of the guide. */
export function CheckField({ editor, path, label }: FieldProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={valueAt(editor.draft, path) === true}
        onChange={({ currentTarget }) => editor.edit({ is: 'set', path, value: currentTarget.checked || undefined })}
      />
      {label}
      <FieldFaults id="" faults={faultsAt(editor.session.faults.value, path)} />
    </label>
  );
}

interface LabelledProps {
  id: string;
  label: string;
  hint?: string | undefined;
  faults: readonly Fault[];
  children: ComponentChildren;
}

export const Labelled = ({ id, label, hint, faults, children }: LabelledProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint && (
      <p id={`${id}-hint`} class="soft">
        {hint}
      </p>
    )}
    {children}
    <FieldFaults id={`${id}-faults`} faults={faults} />
  </div>
);
