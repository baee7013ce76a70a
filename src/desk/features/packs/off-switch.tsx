import { useSignal } from '@preact/signals';
import type { PackVersions } from '../../../model/hub-api/releases.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { mayCall } from './may-call.ts';
import { Modal } from './modal.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Act } from './use-act.ts';

interface OffSwitchProps extends DeskDeps {
  versions: PackVersions;
  act: Act;
}

/** Whether the pack is switched off, and why; and the switch, for those who may use it. */
export function OffSwitch({ versions, act, ...desk }: OffSwitchProps) {
  const { pack, isOff, offReason } = versions;
  const isAsking = useSignal(false);
  const mayOff = mayCall(desk, 'POST /desk/api/packs/:id/off');
  const mayOn = mayCall(desk, 'POST /desk/api/packs/:id/on');
  const close = () => {
    isAsking.value = false;
  };
  const switchOff = (reason: string) => {
    close();
    void act.run(() => desk.hub.publishing.switchOff(versions, reason), `${pack} is switched off`);
  };
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
      {isAsking.value && (
        <Modal id="switch-off-title" title={`Switch ${pack} off`} onClose={close}>
          <p>Its guides disappear from all open pages, also in the middle of a walkthrough, until it is switched on again.</p>
          <ReasonForm id="off" action="Switch off" onReason={switchOff} onCancel={close} />
        </Modal>
      )}
    </>
  );
}
