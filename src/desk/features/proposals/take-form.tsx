import { useSignal } from '@preact/signals';
import type { DeskProposalDetail, ProposalTarget } from '../../../model/hub-api/desk-proposals.ts';
import { ChangeList } from '../../kit/change-list.tsx';
import { Refusal } from '../../kit/refusal.tsx';
import { useAct } from '../../kit/use-act.ts';
import type { DeskDeps } from '../../shell/desk-deps.ts';

interface TakeFormProps extends DeskDeps {
  detail: DeskProposalDetail;
  onAnswer: (isDone: boolean) => Promise<void>;
}

const NEW_PACK = 'new';

function targetText({ pack, draft, version }: ProposalTarget): string {
  if (draft === null) return `A new draft of ${pack}, from version ${version}`;
  return `The open draft of ${pack} (${draft.slice(0, 8)})`;
}

/** Takes a proposal into a draft, where it is edited and handed in for review. */
export function TakeForm({ detail, onAnswer, ...desk }: TakeFormProps) {
  const { targets, proposal } = detail;
  const own = String(proposal?.guide.id);
  const chosen = useSignal(targets.length > 0 ? '0' : NEW_PACK);
  const newPack = useSignal(`${detail.app}-guides`);
  const as = useSignal(own);
  const act = useAct({ ...desk, onAnswer });
  const target = targets[Number(chosen.value)];
  async function take(): Promise<void> {
    const pack = target?.pack ?? newPack.value.trim();
    const taking = {
      pack,
      ...(target?.draft && { draft: target.draft }),
      ...(as.value.trim() !== own && { as: as.value.trim() }),
    };
    const done = await act.run(() => desk.hub.proposals.take(detail, taking), 'Taken into a draft');
    if (done?.draft) desk.router.navigate({ view: 'packs', draft: done.draft });
  }
  return (
    <section class="reason take" aria-labelledby="take-title">
      <h2 id="take-title">Take it into a draft</h2>
      <p>You can change it there before you hand it in. You are then an author of the draft, so somebody else reviews it.</p>
      <label class="field">
        Where to
        <select
          value={chosen.value}
          onChange={({ currentTarget }) => {
            chosen.value = currentTarget.value;
          }}
        >
          {targets.map((one, nth) => (
            <option key={`${one.pack} ${one.draft}`} value={String(nth)}>
              {targetText(one)}
            </option>
          ))}
          <option value={NEW_PACK}>A new pack</option>
        </select>
      </label>
      {!target && (
        <label class="field">
          Id of the new pack
          <input
            value={newPack.value}
            onInput={({ currentTarget }) => {
              newPack.value = currentTarget.value;
            }}
          />
        </label>
      )}
      <label class="field">
        Id of the guide
        <input
          value={as.value}
          aria-describedby="take-id-note"
          onInput={({ currentTarget }) => {
            as.value = currentTarget.value;
          }}
        />
      </label>
      <p id="take-id-note" class="quiet">
        {target?.guides.includes(as.value.trim())
          ? 'It replaces the guide with this id. Give it another id to have both.'
          : 'It is added to the other guides.'}
      </p>
      {target && as.value.trim() === own && (
        <>
          <h3>What that changes</h3>
          <ChangeList changes={target.changes} />
        </>
      )}
      <p class="button-row">
        <button type="button" class="button button-strong" aria-disabled={act.isBusy.value} onClick={take}>
          Take it
        </button>
      </p>
      {act.failure.value && <Refusal failure={act.failure.value} />}
    </section>
  );
}
