import { ReasonForm } from './reason-form.tsx';
import type { ReleaseFormProps } from './release-props.ts';

/** Stops the roll-out of a version, with the reason. */
export function StopForm({ release, versions, act, hub, onClose }: ReleaseFormProps) {
  const { version } = release;
  async function stop(reason: string): Promise<void> {
    const done = `Version ${version} is stopped`;
    if (await act.run(() => hub.publishing.stopRelease(versions.pack, release, reason), done)) onClose();
  }
  return (
    <>
      <p>No further browser takes it. Those that have it keep it.</p>
      <ReasonForm id={`stop-${version}`} action="Stop the roll-out" onReason={stop} onCancel={onClose} />
    </>
  );
}
