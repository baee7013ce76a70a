import { inTurn } from '../runtime/in-turn.ts';
import type { Kv } from '../runtime/kv.ts';
import type { Row } from './row.ts';

/** Where what people say is kept while the database cannot take it: full, or broken. */
export interface Spare {
  /** In order of arrival; their seq is below zero. */
  rows(): Promise<Row[]>;
  /** Undefined if there is no room here either. */
  add(row: Omit<Row, 'seq'>): Promise<number | undefined>;
  /** Puts rows of the database before those that are here, oldest first, as many as there is room for: these. */
  putBefore(rows: readonly Row[]): Promise<Row[]>;
  /** Puts another row in the place of each; undefined takes it away. */
  change(how: (row: Row) => Row | undefined): Promise<void>;
}

const KEY = 'ledger.spare';
const FIRST = -1_000_000;
/** With words of the greatest length these are 3 MB, of the 10 that browsers grant. */
const MOST = 200;
/** Of these so many are left to what is said from now on. */
const ROOM = 50;

export function createSpare(kv: Kv): Spare {
  const turn = inTurn();
  const rows = async () => ((await kv.get(KEY).catch(() => undefined)) ?? []) as Row[];

  async function add(row: Omit<Row, 'seq'>): Promise<number | undefined> {
    const before = await rows();
    const here = before.find(({ entry }) => entry.id === row.entry.id);
    if (here || before.length >= MOST) return here?.seq;
    const seq = (before.at(-1)?.seq ?? FIRST - 1) + 1;
    return kv.set(KEY, [...before, { ...row, seq }]).then(
      () => seq,
      () => undefined,
    );
  }

  async function putBefore(given: readonly Row[]): Promise<Row[]> {
    const before = await rows();
    const taken = given.slice(0, Math.max(0, MOST - ROOM - before.length));
    const first = (before[0]?.seq ?? FIRST) - taken.length;
    const here = new Set(taken.map(({ entry }) => entry.id));
    const left = before.filter(({ entry }) => !here.has(entry.id));
    if (taken.length > 0) await kv.set(KEY, [...taken.map((row, n) => ({ ...row, seq: first + n })), ...left]);
    return taken;
  }

  async function change(how: (row: Row) => Row | undefined): Promise<void> {
    const before = await rows();
    if (before.length > 0)
      await kv.set(
        KEY,
        before.flatMap((row) => how(row) ?? []),
      );
  }

  return {
    rows,
    add: (row) => turn(() => add(row)),
    putBefore: (given) => turn(() => putBefore(given)),
    change: (how) => turn(() => change(how)),
  };
}
