import { signal } from '@preact/signals';
import type { Row } from '../ledger/row.ts';
import { type Ask, isUnanswered } from '../messaging/ask.ts';
import type { LedgerStanding } from '../messaging/ledger-messages.ts';
import type { Say } from '../runtime/say.ts';
import { AskOnce } from './ask-once.tsx';
import { Erasures } from './erasures-view.tsx';
import { RecordFilters } from './record-filters.tsx';
import { createRecordList, type ErasedRows, type RecordList } from './record-list.ts';
import { RecordRow } from './record-row.tsx';
import { RememberedView } from './remembered-view.tsx';
import { sayWhat, sayWhere } from './say-entry.ts';
import { sayFate } from './say-fate.ts';
import { dayOf, sayDay, sayTime } from './say-time.ts';

export interface RecordsMeans {
  ask: Ask;
  say: Say;
  now: () => number;
  saveFile(name: string, type: string, content: string): void;
}

/** My records: everything recorded about the person, to read, filter, delete and take away. */
export function createRecords({ ask, say, now, saveFile }: RecordsMeans) {
  const textOf = (row: Row, standing: LedgerStanding) => {
    const fate = sayFate(row, { say, hub: standing.hub, now: now() });
    return [sayWhat(row.entry, { say, standing }), sayWhere(row.entry, { say, standing }), fate, JSON.stringify(row.entry)].join(
      ' ',
    );
  };
  const list = createRecordList({ ask, textOf });
  const told = signal('');

  async function erase(ids: readonly string[]): Promise<void> {
    told.value = sayErased(await list.erase(ids), say);
  }

  async function eraseOne(row: Row): Promise<void> {
    const at = list.rows.value.findIndex(({ entry }) => entry.id === row.entry.id);
    await erase([row.entry.id]);
    const beside = list.rows.value[at] ?? list.rows.value.at(-1);
    requestAnimationFrame(() => document.getElementById(beside ? `record-${beside.entry.id}` : 'records')?.focus());
  }

  const chosen: { ids: string[] } = { ids: [] };
  async function sureOfAll(): Promise<string> {
    chosen.ids = (await list.all()).map(({ entry }) => entry.id);
    return say('deleteManySure', String(chosen.ids.length));
  }

  async function forget(): Promise<void> {
    const done = await ask('remembered.forget', {});
    told.value = say(isUnanswered(done) ? 'formUnanswered' : 'rememberedForgotten');
    await list.read();
    document.getElementById('records')?.focus();
  }

  async function takeAway(): Promise<void> {
    const exported = await ask('ledger.export', {});
    if (isUnanswered(exported)) return;
    saveFile(`cairn-records-${new Date(now()).toISOString().slice(0, 10)}.json`, 'application/json', exported.json);
  }

  function Records() {
    const standing = list.standing.value;
    if (!standing) return <p>{say('loading')}</p>;
    const { waiting, sent, refused, withheld } = standing.counts;
    return (
      <>
        <h2 id="records" tabIndex={-1}>
          {say('tabRecords')}
        </h2>
        <p class="soft">{say('recordsIntro', String(standing.days))}</p>
        <p class="counts">{say('recordsCounts', ...[waiting, sent, refused, withheld].map(String))}</p>
        <Warnings standing={standing} say={say} />
        <RecordFilters list={list} say={say} />
        <div class="row">
          <button type="button" onClick={() => void takeAway()}>
            {say('recordsExport')}
          </button>
          {list.rows.value.length > 0 && (
            <AskOnce say={say} label={say('recordsDeleteAll')} sure={sureOfAll} act={() => erase(chosen.ids)} />
          )}
        </div>
        <p role="status" class="told">
          {told.value}
        </p>
        <RememberedView standing={standing} say={say} now={now()} forget={forget} />
        <Erasures erasures={standing.erasures} say={say} now={now()} />
        <Days list={list} standing={standing} say={say} now={now()} erase={eraseOne} />
      </>
    );
  }
  return { Records, read: list.read };
}

function sayErased(done: ErasedRows, say: Say): string {
  if (!done.ok) return say('deleteFailed', done.why);
  return done.atHub > 0 ? say('deletedAtHub', String(done.erased), String(done.atHub)) : say('deletedNever', String(done.erased));
}

/** What the ledger has to say of itself. */
function Warnings({ standing: { notices, trouble }, say }: { standing: LedgerStanding; say: Say }) {
  if (notices.length === 0 && !trouble) return null;
  return (
    <ul class="faults">
      {trouble && (
        <li class="warning">
          {trouble.what}
          <br />
          {trouble.remedy}
        </li>
      )}
      {notices.map(({ count, from, to }) => (
        <li key={from} class="warning">
          {say('noticeDropped', sayTime(from), sayTime(to), String(count))}
        </li>
      ))}
    </ul>
  );
}

interface DaysProps {
  list: RecordList;
  standing: LedgerStanding;
  say: Say;
  now: number;
  erase(row: Row): Promise<void>;
}

function Days({ list, standing, say, now, erase }: DaysProps) {
  const rows = list.rows.value;
  const isFiltered = Object.values(list.filter.value).some(Boolean);
  const hasMore = list.next.value !== undefined;
  if (rows.length === 0)
    return (
      <p role="status" class="nothing">
        {say(isFiltered ? 'recordsNoMatch' : 'recordsNone')}
      </p>
    );
  return (
    <>
      <p role="status" class="soft shown">
        {say(hasMore ? 'recordsShownMore' : 'recordsShown', String(rows.length))}
      </p>
      {[...Map.groupBy(rows, ({ keptAt }) => dayOf(keptAt))].map(([day, ofDay]) => (
        <section key={day} aria-label={sayDay(ofDay[0]!.keptAt)}>
          <h3>{sayDay(ofDay[0]!.keptAt)}</h3>
          <ol class="records">
            {ofDay.map((row) => (
              <RecordRow key={row.entry.id} {...{ row, standing, say, now, erase }} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <button type="button" class="more" onClick={() => void list.more()}>
          {say('recordsMore')}
        </button>
      )}
    </>
  );
}
