import { useSignal } from '@preact/signals';
import type { PackVersions } from '../../../model/hub-api/releases.ts';
import { mayCall } from '../../kit/may-call.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { Modal } from './modal.tsx';
import { ReasonForm } from './reason-form.tsx';

interface OffSwitchProps extends DeskDeps {
  versions: PackVersions;
  /** Called after every answer of the hub to a change. */
  onAnswer: (isDone: boolean) => Promise<void>;
}

/** Whether the pack is switched off, and why; and the switch, for those who may use it. */
export function OffSwitch({ versions, onAnswer, ...desk }: OffSwitchProps) {
  const act = useAct({ ...desk, onAnswer });
  const { pack, isOff, offReason } = versions;
  const isAsking = useSignal(false);
  const mayOff = mayCall(desk, 'POST /desk/api/packs/:id/off');
  const mayOn = mayCall(desk, 'POST /desk/api/packs/:id/on');
  const close = () => {
    isAsking.value = false;
  };
  async function switchOff(reason: string): Promise<void> {
    if (await act.run(() => desk.hub.publishing.switchOff(versions, reason), `${pack} is switched off`)) close();
  }
  return (
    <>
      {isOff && (
        <p class="off">
          <strong>Switched off: no browser shows it.</strong> {offReason !== null && <bdi>{offReason}</bdi>}
        </p>
      )}
      <p class="button-row">
        {!isOff && mayOff && (
          <button
            type="button"
            class="button"
            onClick={() => {
              isAsking.value = true;
            }}
          >
            Switch off…
          </button>
        )}
        {isOff && mayOn && (
          <button
            type="button"
            class="button button-strong"
            onClick={() => act.run(() => desk.hub.publishing.switchOn(versions), `${pack} is switched on`)}
          >
            Switch on
          </button>
        )}
      </p>
      {!isAsking.value && act.failure.value && <Refusal failure={act.failure.value} />}
      {isAsking.value && (
        <Modal id="switch-off-title" title={`Switch ${pack} off`} onClose={close}>
          <p>Its guides disappear from all open pages, also in the middle of a walkthrough, until it is switched on again.</p>
          <ReasonForm id="off" action="Switch off" onReason={switchOff} onCancel={close} />
          {act.failure.value && <Refusal failure={act.failure.value} />}
        </Modal>
      )}
    </>
  );
}
