import { parseArgs } from 'node:util';
import { faultTable, inMarkdown } from './fault-table.ts';
import { inMarkdown as toMarkdown, writeBlock } from './reliability-tables.ts';
import { type SoakResult, soak } from './soak.ts';

/**
 * `node test/soak/main.ts [--installs 50] [--entries 2000] [--share 0.2] [--seed 1]`, or `--faults` for the table of faults.
 * `--write` puts the result into docs/run/reliability.md. Ends with 0 only if nothing was lost, nothing counted twice, and nothing came out of order.
 */
const { values } = parseArgs({
  options: {
    faults: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    installs: { type: 'string', default: '50' },
    entries: { type: 'string', default: '2000' },
    share: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '1' },
  },
});
process.exitCode = (await (values.faults ? showFaults() : showSoak())) ? 0 : 1;

async function showFaults(): Promise<boolean> {
  const rows = await faultTable();
  console.log(inMarkdown(rows));
  return rows.every(({ lost, twice }) => lost + twice === 0);
}

async function showSoak(): Promise<boolean> {
  const [installs, entries, share, seed] = [values.installs, values.entries, values.share, values.seed].map(Number);
  if (!installs || !entries || share === undefined || !seed)
    throw new Error('--installs, --entries, --share and --seed are numbers');
  const { requests, ...result } = await soak({ installs, entries, share, seed });
  console.table(requests);
  console.table(result);
  if (values.write) writeSoak(result);
  const { lost, twice, disordered, unsettled } = result;
  return lost + twice + disordered + unsettled === 0;
}

function writeSoak({ recorded, erased, lost, twice, seconds }: Omit<SoakResult, 'requests'>): void {
  const fault = `${values.installs} installs × ${Number(values.entries).toLocaleString('en')} entries, ${erased.toLocaleString('en')} erased again, ${Number(values.share) * 100} % of requests fail (\`node test/soak/main.ts\`, ${Math.round(seconds)} s)`;
  writeBlock('soak', toMarkdown([{ fault, entries: recorded, lost, twice }]));
}
