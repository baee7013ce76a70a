import type { Control } from '../../model/entry/control.ts';

/** A control by its role and accessible name, in the reading direction of its own page. */
export function ControlName({ control }: { control: Control | undefined }) {
  if (!control) return <>No specific control</>;
  if (control.name === undefined) return <>{control.role}, name withheld</>;
  return (
    <>
      {control.role} <bdi class="control-name">{control.name}</bdi>
    </>
  );
}
