import { traitsOf } from '../../../../src/locator/anchor/traits.ts';
import { createAnchorQuery } from '../../../../src/locator/match/anchor-query.ts';
import type { FeatureRow } from '../../../../src/locator/match/feature-row.ts';
import { featuresOf } from '../../../../src/locator/match/features.ts';
import type { Candidate } from '../../../../src/locator/page/candidate.ts';
import type { Anchor } from '../../../../src/model/pack/anchor.ts';
import type { BenchCondition } from '../conditions.ts';
import type { FlatModel, FlatPage } from '../in-page/examples.ts';
import type { ReadPair, ReadVersion, Version } from '../pages.ts';
import { valuesInOrder } from './named-weights.ts';
import { featureNames } from './priors.ts';

/** One search with all a learner needs: the candidates of a page, their features, and which are right. */
export interface SearchExample {
  app: string;
  page: string;
  key: string;
  /** The condition it counts for; `more` is for learning only. */
  condition: BenchCondition | 'more';
  candidates: readonly Candidate[];
  rows: FeatureRow[];
  /** The numbers of each row, by `featureNames`. */
  numbers: number[][];
  /** Empty if the control is gone. */
  right: Set<number>;
}

/** Every search of the benchmark on a page, and for learning the way back and the scrambled pages with a control gone. */
export function examplesOf(pair: ReadPair): SearchExample[] {
  const versions = Object.keys(pair.versions) as Version[];
  const anchors = Object.fromEntries(versions.map((from) => [from, anchorsOf(pair, pair.versions[from]!.plain)]));
  return versions.flatMap((from) =>
    versions.flatMap((to) => examplesBetween(pair, from, to, pair.versions[to]!, anchors[from]!)),
  );
}

export function anchorsOf(pair: ReadPair, page: FlatPage): (Anchor | undefined)[] {
  const [controls, wide] = [attachElements(page.controls), attachElements(page.wide)];
  return pair.targets.map(({ id }) => {
    const { self, isWide, masked } = page.targets[id]!;
    const model = isWide ? wide : controls;
    const candidate = model.candidates[self];
    return (
      candidate && {
        role: candidate.role,
        ...(candidate.label && !masked && { name: candidate.label.slice(0, 200) }),
        language: model.language,
        traits: traitsOf(candidate, model),
      }
    );
  });
}

/** A model as the locator has it, from one that left its page; of its elements only what lies in what is left. */
export function attachElements(flat: FlatModel): DetachedModel {
  const elements: Partial<Element>[] = flat.candidates.map(() => ({
    // What has no size is known not to be drawn by its box; of the rest a model that left its page knows no more.
    checkVisibility: () => true,
  }));
  flat.candidates.forEach(({ holder }, i) => {
    Object.assign(elements[i]!, { parentElement: elements[holder] });
  });
  return { ...flat, candidates: flat.candidates.map((one, i) => ({ ...one, element: elements[i] as Element })) };
}

export type DetachedModel = Omit<FlatModel, 'candidates'> & { candidates: Candidate[] };

function examplesBetween(
  pair: ReadPair,
  from: Version,
  to: Version,
  version: ReadVersion,
  anchors: (Anchor | undefined)[],
): SearchExample[] {
  const all: SearchExample[] = [];
  for (const scrambled of from === to ? [true] : [false, true]) {
    const condition = conditionOf(from, to, scrambled);
    if (!condition) continue;
    const page = scrambled ? version.scrambled : version.plain;
    const [controls, wide] = [attachElements(page.controls), attachElements(page.wide)];
    for (const { id, key } of pair.targets) {
      const anchor = anchors[id];
      if (!anchor) continue;
      const isWide = anchor.traits?.isText === true;
      const target = page.targets[id]!;
      const about = { app: pair.app, page: pair.page, key };
      const search = (condition: SearchExample['condition'], model: DetachedModel, right: number[]): SearchExample => {
        const rows = featuresOf(createAnchorQuery(anchor), model, model.candidates);
        return {
          ...about,
          condition,
          candidates: model.candidates,
          rows,
          numbers: rows.map((row) => valuesInOrder(featureNames, row)),
          right: new Set(right),
        };
      };
      const isThere = target.self >= 0;
      if (isThere) all.push(search(condition, isWide ? wide : controls, isWide ? target.rightWide : target.right));
      if (scrambled) continue;
      const without = isThere ? version.without[id] : undefined;
      const isTwin = version.twins[from]?.[id] || version.twins[to]?.[id] || hasTwin(without, controls.candidates[target.self]);
      if (!isTwin && !isWide && (without || (!isThere && from === 'old' && to === 'new')))
        all.push(search(goneFrom(from, to), without ? attachElements(without) : controls, []));
    }
  }
  return all;
}

/** The library that is asked for twins leaves out names from placeholders, which HTML-AAM counts as names. */
export const hasTwin = (without: FlatModel | undefined, candidate: Candidate | undefined): boolean =>
  !!candidate?.label && !!without?.candidates.some(({ role, label }) => role === candidate.role && label === candidate.label);

function conditionOf(from: Version, to: Version, scrambled: boolean): SearchExample['condition'] | undefined {
  if (from === 'old' && to === 'new') return scrambled ? 'hashed' : 'plain';
  if (from === 'old' && to === 'de') return scrambled ? undefined : 'de';
  if (from === 'new' && to === 'de') return 'langonly';
  if (from === 'new' && to === 'new') return 'rerender';
  return to === 'old' && from !== 'old' && !scrambled ? 'more' : undefined;
}

const goneFrom = (from: Version, to: Version): SearchExample['condition'] =>
  from === 'old' && to === 'new' ? 'gone' : from === 'new' && to === 'de' ? 'langgone' : 'more';
