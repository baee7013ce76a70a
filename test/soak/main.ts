import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

/** `node test/soak/main.ts [--installs 50] [--entries 2000] [--share 0.2] [--seed 1]`: ends with 0 only if nothing was lost. */
const { values } = parseArgs({
  options: {
    installs: { type: 'string', default: '50' },
    entries: { type: 'string', default: '2000' },
    share: { type: 'string', default: '0.2' },
    seed: { type: 'string', default: '1' },
  },
});
const { installs, entries, share, seed } = values;
const { requests, ...result } = await soak({
  installs: Number(installs),
  entries: Number(entries),
  share: Number(share),
  seed: Number(seed),
});
console.table(requests);
console.table(result);
const { lost, twice, disordered, unsettled } = result;
process.exit(lost + twice + disordered + unsettled === 0 ? 0 : 1);
