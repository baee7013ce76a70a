import { ChangeList } from '../../kit/change-list.tsx';
import { Refusal } from '../../kit/refusal.tsx';
import { useLoaded } from '../../kit/use-loaded.ts';
import type { ReleaseFormProps } from './release-props.ts';

interface RollBackFormProps extends ReleaseFormProps {
  /** The newest version. */
  from: number;
}

/** Shows what a roll-back would change, and does it. */
export function RollBackForm({ release, versions, act, hub, signIn, from, onClose }: RollBackFormProps) {
  const { version } = release;
  const { value, failure } = useLoaded({
    load: () => hub.publishing.changesBetween(versions.pack, { from, to: version }),
    onSignedOut: signIn.expire,
  });
  async function rollBack(): Promise<void> {
    const done = `The content of version ${version} is published as version ${from + 1}`;
    if (await act.run(() => hub.publishing.rollBack(versions, version), done)) onClose();
  }
  return (
    <section aria-label={`Roll back to version ${version}`}>
      <p>
        The content of version {version} becomes version {from + 1}, for everybody in its channel. This is what it changes of
        version {from}:
      </p>
      {failure.value && <Refusal failure={failure.value} />}
      {value.value && <ChangeList changes={value.value.changes} />}
      <p class="button-row">
        {value.value && (
          <button type="button" class="button button-strong" aria-disabled={act.isBusy.value} onClick={rollBack}>
            Publish it as version {from + 1}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </section>
  );
}
