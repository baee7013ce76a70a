import type { ControlPosition } from '../../model/entry/control.ts';
import type { BacklogControl } from '../../model/hub-api/backlog-item.ts';
import { positionText } from './position-text.ts';

/** A control by its role and accessible name, in the reading direction of its own page; without a name, by its position. */
export function ControlName({ control }: { control: BacklogControl | undefined }) {
  if (!control) return <>No specific control</>;
  const { role, name, position, masked, nameUnknown } = control;
  if (name !== undefined)
    return (
      <>
        {role} <bdi class="control-name">{name}</bdi>
      </>
    );
  return (
    <>
      {position ? <Position role={role} position={position} /> : role}
      {nameUnknown ? ', name not known yet' : masked ? ', name withheld' : ', unnamed'}
    </>
  );
}

function Position({ role, position }: { role: string; position: ControlPosition }) {
  const { text, partName } = positionText(role, position);
  return (
    <>
      {text}
      {partName !== undefined && (
        <>
          {' '}
          <bdi>{partName}</bdi>
        </>
      )}
    </>
  );
}
