import type { Signal } from '@preact/signals';

interface CommentFieldProps {
  /** Id of the text area, of which that of its fault is made. */
  id: string;
  label: string;
  maxLength: number;
  comment: Signal<string>;
  /** What is wrong with it; announced when it appears. */
  fault: string | false;
}

/** A comment of some lines, with what is wrong with it below. */
export const CommentField = ({ id, label, maxLength, comment, fault }: CommentFieldProps) => (
  <>
    <label class="field" for={id}>
      {label}
    </label>
    <textarea
      id={id}
      rows={3}
      maxLength={maxLength}
      aria-invalid={fault !== false}
      aria-describedby={`${id}-fault`}
      value={comment.value}
      onInput={({ currentTarget }) => {
        comment.value = currentTarget.value;
      }}
    />
    <p id={`${id}-fault`} role="alert">
      {fault}
    </p>
  </>
);
