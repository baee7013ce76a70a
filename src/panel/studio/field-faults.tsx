import type { Fault } from '../../model/fault/fault.ts';
import { formatPath } from '../../model/fault/fault.ts';
import type { GuidePath } from '../../studio/edit/draft-edit.ts';

/** What is wrong at a path of the guide, or below it. */
export function faultsAt(faults: readonly Fault[], path: GuidePath, { below = true } = {}): Fault[] {
  const here = formatPath(path);
  return faults.filter(({ path: at }) => at === here || (below && (at.startsWith(`${here}.`) || at.startsWith(`${here}[`))));
}

/** Faults come in English alone. */
export const FieldFaults = ({ id, faults }: { id: string; faults: readonly Fault[] }) => (
  <div id={id} role="status" class="field-faults" lang="en" dir="ltr">
    {faults.map(({ path, reason, remedy, warning }) => (
      <p key={`${path} ${reason}`} class={warning ? 'soft' : 'bad'}>
        <span aria-hidden="true">{warning ? '△ ' : '✕ '}</span>
        {capitalized(reason)}. {remedy}
      </p>
    ))}
  </div>
);

const capitalized = (reason: string): string => reason.charAt(0).toUpperCase() + reason.slice(1);
