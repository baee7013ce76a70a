import type { BacklogControl } from '../../model/hub-api/backlog-item.ts';

/** A control by its role and accessible name, in the reading direction of its own page. */
export function ControlName({ control }: { control: BacklogControl | undefined }) {
  if (!control) return <>No specific control</>;
  if (control.nameUnknown) return <>{control.role}, name not known yet</>;
  if (control.name === undefined) return <>{control.role}, name withheld</>;
  return (
    <>
      {control.role} <bdi class="control-name">{control.name}</bdi>
    </>
  );
}
