import { useSignal } from '@preact/signals';
import { ReachFields } from './reach-fields.tsx';
import type { ReleaseFormProps } from './release-props.ts';
import { readReach, typeReach } from './typed-reach.ts';

/** Changes to whom a version is offered. */
export function ReachForm({ release, versions, act, hub, onClose }: ReleaseFormProps) {
  const reach = useSignal(typeReach(release));
  const fault = useSignal<string | null>(null);
  async function save(): Promise<void> {
    const read = readReach(reach.value);
    fault.value = typeof read === 'string' ? read : null;
    if (typeof read === 'string') return;
    const done = `Version ${release.version} is offered anew`;
    if (await act.run(() => hub.publishing.setReach(versions.pack, release, read), done)) onClose();
  }
  return (
    <>
      <ReachFields reach={reach} id={`reach-${release.version}`} />
      <p role="alert">{fault.value}</p>
      <p class="button-row">
        <button type="button" class="button button-strong" aria-disabled={act.isBusy.value} onClick={save}>
          Offer it so
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </>
  );
}
