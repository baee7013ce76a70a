import type { RowState } from '../ledger/row.ts';
import type { Entry } from '../model/entry/entry.ts';
import type { Translate } from '../runtime/translate.ts';
import type { RecordList } from './record-list.ts';

const KINDS: readonly Entry['kind'][] = ['feedback', 'words', 'answer', 'guide', 'friction', 'task'];
const STATES: readonly RowState[] = ['waiting', 'sent', 'refused', 'withheld'];

/** What to look for among the records. */
export function RecordFilters({ list, t }: { list: RecordList; t: Translate }) {
  const { kind, state, app, text } = list.filter.value;
  const apps = list.summary.value?.apps ?? [];
  return (
    <search class="filters">
      <label class="wide">
        {t('filterText')}
        <input type="search" value={text} onInput={(event) => void list.setFilter({ text: event.currentTarget.value })} />
      </label>
      <FilterSelect
        label={t('filterKind')}
        allLabel={t('filterAll')}
        selected={kind}
        options={KINDS.map((one) => [one, t(`kind_${one}`)])}
        choose={(one) => list.setFilter({ kind: one as Entry['kind'] | undefined })}
      />
      <FilterSelect
        label={t('filterState')}
        allLabel={t('filterAll')}
        selected={state}
        options={STATES.map((one) => [one, t(`state_${one}`)])}
        choose={(one) => list.setFilter({ state: one as RowState | undefined })}
      />
      <FilterSelect
        label={t('filterApp')}
        allLabel={t('filterAll')}
        selected={app}
        options={apps.map(({ id, name }) => [id, name])}
        choose={(one) => list.setFilter({ app: one })}
      />
    </search>
  );
}

interface FilterSelectProps {
  label: string;
  allLabel: string;
  selected: string | undefined;
  options: [value: string, words: string][];
  choose(value: string | undefined): Promise<void>;
}

function FilterSelect({ label, allLabel, selected, options, choose }: FilterSelectProps) {
  return (
    <label>
      {label}
      <select value={selected ?? ''} onChange={(event) => void choose(event.currentTarget.value || undefined)}>
        <option value="">{allLabel}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
