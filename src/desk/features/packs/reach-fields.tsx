import type { Signal } from '@preact/signals';
import type { TypedReach } from './typed-reach.ts';

/** To whom a version is offered, and when. */
export function ReachFields({ reach, id }: { reach: Signal<TypedReach>; id: string }) {
  const set =
    (field: keyof TypedReach) =>
    ({ currentTarget }: { currentTarget: { value: string } }) => {
      reach.value = { ...reach.value, [field]: currentTarget.value };
    };
  const { channel, share, departments, from, until } = reach.value;
  return (
    <div class="reach">
      <label class="field">
        Channel
        <select value={channel} onChange={set('channel')}>
          <option value="live">Live: browsers of everybody</option>
          <option value="test">Test: browsers of the test systems</option>
        </select>
      </label>
      <label class="field">
        Share of browsers, per cent
        <input type="number" min={1} max={100} inputMode="numeric" value={share} onInput={set('share')} />
      </label>
      <label class="field">
        Departments, one a line; all if empty
        <textarea rows={3} value={departments} onInput={set('departments')} />
      </label>
      <label class="field" for={`${id}-from`}>
        From; at once if empty
        <input id={`${id}-from`} type="datetime-local" value={from} onInput={set('from')} />
      </label>
      <label class="field" for={`${id}-until`}>
        Until; for good if empty
        <input id={`${id}-until`} type="datetime-local" value={until} onInput={set('until')} />
      </label>
    </div>
  );
}
