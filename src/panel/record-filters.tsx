import type { RowState } from '../ledger/row.ts';
import type { Entry } from '../model/entry.ts';
import type { Say } from '../runtime/say.ts';
import type { RecordList } from './record-list.ts';

const kinds: readonly Entry['kind'][] = ['feedback', 'words', 'answer', 'guide', 'friction', 'task'];
const states: readonly RowState[] = ['waiting', 'sent', 'refused', 'withheld'];

/** What to look for among the records. */
export function RecordFilters({ list, say }: { list: RecordList; say: Say }) {
  const { kind, state, app, text } = list.filter.value;
  const apps = list.standing.value?.apps ?? [];
  return (
    <search class="filters">
      <label class="wide">
        {say('filterText')}
        <input type="search" value={text} onInput={(event) => void list.choose({ text: event.currentTarget.value })} />
      </label>
      <Choice
        label={say('filterKind')}
        all={say('filterAll')}
        chosen={kind}
        options={kinds.map((one) => [one, say(`kind_${one}`)])}
        choose={(one) => list.choose({ kind: one as Entry['kind'] | undefined })}
      />
      <Choice
        label={say('filterState')}
        all={say('filterAll')}
        chosen={state}
        options={states.map((one) => [one, say(`state_${one}`)])}
        choose={(one) => list.choose({ state: one as RowState | undefined })}
      />
      <Choice
        label={say('filterApp')}
        all={say('filterAll')}
        chosen={app}
        options={apps.map(({ id, name }) => [id, name])}
        choose={(one) => list.choose({ app: one })}
      />
    </search>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  chosen: string | undefined;
  options: [value: string, words: string][];
  choose(value: string | undefined): Promise<void>;
}

function Choice({ label, all, chosen, options, choose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={chosen ?? ''} onChange={(event) => void choose(event.currentTarget.value || undefined)}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
