import { useSignal } from '@preact/signals';
import { mayCall } from '../../kit/may-call.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import { ReachForm } from './reach-form.tsx';
import type { ReleaseProps } from './release-props.ts';
import { RollBackForm } from './roll-back-form.tsx';
import { StopForm } from './stop-form.tsx';

/** What may be changed of a release; one form is open at a time, until the hub has done what it asks for. */
export function ReleaseActions(props: ReleaseProps) {
  const { release, versions } = props;
  const act = useAct(props);
  const { version, state, approvedBy } = release;
  const open = useSignal<'reach' | 'stop' | 'back' | null>(null);
  const close = () => {
    open.value = null;
  };
  const newest = versions.releases[0]?.version ?? 0;
  /** Only what was reviewed at this hub is signed again; what everybody has needs no way back to it. */
  const isWayBack = approvedBy !== null && (version < newest || state === 'stopped' || state === 'ended');
  const isUnderWay = state === 'offered' || state === 'scheduled';
  const offers = [
    {
      form: 'reach',
      title: 'Change who gets it',
      route: 'PUT /desk/api/packs/:id/versions/:version/reach',
      isOffered: isUnderWay,
    },
    { form: 'stop', title: 'Stop', route: 'POST /desk/api/packs/:id/versions/:version/stop', isOffered: isUnderWay },
    { form: 'back', title: 'Roll back to it', route: 'POST /desk/api/packs/:id/roll-back', isOffered: isWayBack },
  ] as const;
  const shown = offers.filter(({ route, isOffered }) => isOffered && mayCall(props, route));
  const form = { ...props, act, onClose: close };
  if (shown.length === 0) return null;
  return (
    <div class="release-actions">
      <p class="button-row">
        {shown.map(({ form, title }) => (
          <button
            key={form}
            type="button"
            class="button"
            aria-expanded={open.value === form}
            aria-label={`${title}: version ${version}`}
            onClick={() => {
              open.value = open.value === form ? null : form;
            }}
          >
            {title}
          </button>
        ))}
      </p>
      {open.value === 'reach' && <ReachForm {...form} />}
      {open.value === 'stop' && <StopForm {...form} />}
      {open.value === 'back' && <RollBackForm {...form} from={newest} />}
      {act.failure.value && <Refusal failure={act.failure.value} />}
    </div>
  );
}
