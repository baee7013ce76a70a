import { writeFileSync } from 'node:fs';
import { ALL_RULES } from '../../../src/hub/aggregates/gateway/protection-rules.ts';
import { attackOrganisation } from '../../hub/aggregates/gateway/attack/run-attacks.ts';

const DEFAULT_ORGANISATIONS = 10_000;
const PROGRESS_EVERY = 250;

interface AttackOptions {
  cases: string | undefined;
  seed: string | undefined;
  json: string | undefined;
}

/** Twelve weeks of random organisations, published under all rules and attacked by a solver. Fails on any claim. */
export async function benchAttacks({ cases, seed, json }: AttackOptions): Promise<void> {
  const organisations = wholeNumber('--cases', cases, DEFAULT_ORGANISATIONS);
  const first = wholeNumber('--seed', seed, 0);
  const totals = { organisations: 0, publications: 0, cells: 0, tried: 0, claims: 0, right: 0, baseRate: 0, seconds: 0 };
  const failures: string[] = [];
  const from = performance.now();
  let base = { people: 0, common: 0 };
  for (let nth = 0; nth < organisations; nth++) {
    const attack = attackOrganisation(first + nth, ALL_RULES);
    totals.organisations += 1;
    totals.publications += attack.published;
    totals.cells += attack.cells;
    totals.tried += attack.tried;
    totals.claims += attack.claims.length;
    totals.right += attack.right;
    base = { people: base.people + attack.base.people, common: base.common + attack.base.common };
    failures.push(...attack.claims.map((claim) => `organisation ${first + nth}: ${claim}`));
    totals.seconds = Math.round((performance.now() - from) / 1000);
    if (totals.organisations % PROGRESS_EVERY === 0)
      console.log(`${totals.seconds} s  ${totals.organisations} of ${organisations} organisations, ${totals.claims} claims`);
  }
  totals.baseRate = Math.round((100 * base.common) / Math.max(1, base.people));
  print(totals);
  if (json) writeFileSync(json, JSON.stringify(totals, null, 2));
  for (const failure of failures.slice(0, 20)) console.error(failure);
  if (failures.length > 0) throw new Error('Somebody can be told from what is published.');
}

interface Totals {
  organisations: number;
  publications: number;
  cells: number;
  tried: number;
  claims: number;
  right: number;
  baseRate: number;
  seconds: number;
}

function print({ organisations, publications, cells, tried, claims, right, baseRate, seconds }: Totals): void {
  const rate = claims === 0 ? 'none was made' : `${Math.round((100 * right) / claims) - baseRate} points`;
  console.log(`
| organisations, 12 weeks each | ${organisations} |
| tables published             | ${publications} |
| cells published              | ${cells} |
| questions put to the solver  | ${tried} |
| claims for certain           | ${claims} |
| right above the base rate    | ${rate} (base rate: ${baseRate} %, always guessing the more common column) |
| time                         | ${seconds} s |`);
}

function wholeNumber(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^\d{1,8}$/.test(text)) throw new Error(`${name} must be a whole number.`);
  return Number(text);
}
