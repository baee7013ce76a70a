import { type Signal, signal } from '@preact/signals';
import type { LedgerRow } from '../ledger/row.ts';
import { type Ask, refusalText } from '../messaging/ask.ts';
import type { Refusal } from '../messaging/result.ts';
import type { Translate } from '../runtime/translate.ts';
import type { RecordList } from './record-list.ts';
import { BATCH_SIZE } from './record-reader.ts';

interface RecordActionsDeps {
  ask: Ask;
  t: Translate;
  now: () => number;
  list: RecordList;
  saveFile(name: string, type: string, content: string): void;
}

export interface RecordActions {
  /** What the last action did, for the status line. */
  announcement: Signal<string>;
  eraseOne(row: LedgerRow): Promise<void>;
  /** Fixes which rows `eraseMatching` erases, and asks about exactly those. */
  confirmEraseMatching(): Promise<string>;
  eraseMatching(): Promise<void>;
  forget(): Promise<void>;
  exportRecords(): Promise<void>;
}

export function createRecordActions({ ask, t, now, list, saveFile }: RecordActionsDeps): RecordActions {
  const announcement = signal('');
  let confirmedIds: string[] = [];

  async function erase(ids: readonly string[]): Promise<void> {
    const result = await eraseInBatches(ask, ids);
    await list.read();
    announcement.value = eraseResultText(result, t);
  }

  return {
    announcement,
    async eraseOne(row) {
      const index = list.rows.value.findIndex(({ entry }) => entry.id === row.entry.id);
      await erase([row.entry.id]);
      const nextRow = list.rows.value[index] ?? list.rows.value.at(-1);
      requestAnimationFrame(() => document.getElementById(nextRow ? `record-${nextRow.entry.id}` : 'records')?.focus());
    },
    async confirmEraseMatching() {
      confirmedIds = (await list.readAll()).map(({ entry }) => entry.id);
      return t('deleteManySure', confirmedIds.length);
    },
    eraseMatching: () => erase(confirmedIds),
    async forget() {
      const result = await ask('personalData.forget', {});
      await list.read();
      announcement.value = result.ok ? t('rememberedForgotten') : refusalText(result, t);
      document.getElementById('records')?.focus();
    },
    async exportRecords() {
      const exported = await ask('ledger.export', {});
      if (!exported.ok) return;
      saveFile(`cairn-records-${new Date(now()).toISOString().slice(0, 10)}.json`, 'application/json', exported.json);
    },
  };
}

/** How many rows are gone from the device, and how many of them the hub is asked to erase too. */
type EraseResult = { ok: true; erased: number; atHub: number } | Refusal;

async function eraseInBatches(ask: Ask, ids: readonly string[]): Promise<EraseResult> {
  const total = { ok: true as const, erased: 0, atHub: 0 };
  for (let from = 0; from < ids.length; from += BATCH_SIZE) {
    const done = await ask('ledger.erase', { ids: ids.slice(from, from + BATCH_SIZE) });
    if (!done.ok) return done;
    total.erased += done.erased;
    total.atHub += done.atHub.length;
  }
  return total;
}

function eraseResultText(result: EraseResult, t: Translate): string {
  if (!result.ok) return t('deleteFailed', refusalText(result, t));
  if (result.atHub === 0) return t('deletedNever', result.erased);
  return `${t('deletedHere', result.erased)} ${t('erasuresRequested', result.atHub)}`;
}
