import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FeatureRow } from '../../../../src/locator/match/feature-row.ts';
import { confidenceFrom, type LocatorWeights } from '../../../../src/locator/match/score.ts';
import type { Weights } from '../../../../src/locator/match/weighted-sum.ts';
import { conditions } from '../conditions.ts';
import { type ReadPair, readPairs } from '../pages.ts';
import { inventedOf } from './augmented-examples.ts';
import { type JudgedExample, judgeAll, learnConfidence } from './confidence-learner.ts';
import { examplesOf } from './examples.ts';
import { familyOf } from './learning.ts';
import { learnRanking } from './rank-learner.ts';
import { WEIGHTS_FILE, weightsSource } from './weights-source.ts';

/**
 * Learn the locator's weights from page pairs: `node test/bench/locate/learn/main.ts --data FOLDER [--keep FILE] [--write]`.
 * Prints what each app gets from weights learnt without it or any app of its family; with `--write`, learns from all and writes
 * `src/locator/match/weights.ts` and, for the benchmark, the weights without each family. The same folder gives the same weights.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, keep: { type: 'string' }, write: { type: 'boolean' } } });

const read = await pages();
const examples = read.flatMap((pair, seed) => [...examplesOf(pair), ...inventedOf(pair, seed + 1)]);
const families = [...new Set(examples.map(({ app }) => familyOf(app)))];
console.error(`${examples.length} searches, families: ${families.join(', ')}`);
const rankings = new Map<string, Weights<FeatureRow>>();
const without: Record<string, LocatorWeights> = {};
const results: (JudgedExample & { confidence: number })[] = [];
for (const family of families) {
  without[family] = learnWithout(family);
  const left = examples.filter(({ app, condition }) => familyOf(app) === family && condition !== 'more');
  for (const judged of judgeAll(left, without[family].rank))
    results.push({ ...judged, confidence: confidenceFrom(judged.inputs, without[family].confidence) });
}
print('Left out one family at a time', results);
for (const family of families)
  print(
    `Left out: ${family}`,
    results.filter(({ example }) => familyOf(example.app) === family),
  );
if (values.write) write(learnWithout());

/** Ranking learnt without some families; most are wanted more than once. */
function rankingWithout(...left: string[]): Weights<FeatureRow> {
  const key = left.sort().join();
  const ranking = rankings.get(key) ?? learnRanking(examples.filter(({ app }) => !left.includes(familyOf(app))));
  rankings.set(key, ranking);
  return ranking;
}

/** Confidence is learnt from rankings by weights that had not seen the app: what ranking is like on another one. */
function learnWithout(...left: string[]): LocatorWeights {
  const judged = families
    .filter((family) => !left.includes(family))
    .flatMap((family) =>
      judgeAll(
        examples.filter(({ app }) => familyOf(app) === family),
        rankingWithout(...left, family),
      ),
    );
  return { rank: rankingWithout(...left), confidence: learnConfidence(judged) };
}

async function pages(): Promise<ReadPair[]> {
  if (values.keep && existsSync(values.keep))
    return readFileSync(values.keep, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ReadPair);
  if (!values.data) throw new Error('Name the folder that holds the page pairs: --data FOLDER');
  const read = await readPairs(values.data, (pair) => console.error(`${pair.app}/${pair.page}`));
  if (values.keep) writeFileSync(values.keep, read.map((pair) => JSON.stringify(pair)).join('\n'));
  return read;
}

function print(title: string, judged: (JudgedExample & { confidence: number })[]): void {
  console.log(
    `\n${title}: located % / wrong % at each threshold\n${''.padEnd(8)}${conditions.map((one) => one.padStart(14)).join('')}`,
  );
  for (const threshold of [0, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98]) {
    const cells = conditions.map((condition) => {
      const all = judged.filter(({ example }) => example.condition === condition);
      const given = all.filter(({ confidence }) => confidence >= threshold);
      const right = given.filter((one) => one.right).length;
      return all.length
        ? `${((right / all.length) * 100).toFixed(1)} / ${(((given.length - right) / all.length) * 100).toFixed(1)}`
        : '–';
    });
    console.log(`${String(threshold).padEnd(8)}${cells.map((cell) => cell.padStart(14)).join('')}`);
  }
}

function write(all: LocatorWeights): void {
  const root = join(import.meta.dirname, '../../../..');
  writeFileSync(join(root, WEIGHTS_FILE), weightsSource(all));
  writeFileSync(join(root, 'test/bench/locate/learn/left-out.json'), `${JSON.stringify(without, null, 2)}\n`);
}
