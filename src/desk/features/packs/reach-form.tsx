import { useSignal } from '@preact/signals';
import { ReachFields } from './reach-fields.tsx';
import type { ReleaseProps } from './release-props.ts';
import { readReach, typeReach } from './typed-reach.ts';

/** Changes to whom a version is offered. */
export function ReachForm({ release, versions, act, hub, onClose }: ReleaseProps & { onClose: () => void }) {
  const reach = useSignal(typeReach(release));
  const fault = useSignal<string | null>(null);
  const save = () => {
    const read = readReach(reach.value);
    fault.value = typeof read === 'string' ? read : null;
    if (typeof read === 'string') return;
    void act.run(() => hub.publishing.setReach(versions.pack, release, read), `Version ${release.version} is offered anew`);
  };
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
