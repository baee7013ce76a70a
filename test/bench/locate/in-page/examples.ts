import { samePlace } from '../../../../src/locator/page/candidate.ts';
import { mayBeData } from '../../../../src/locator/page/may-be-data.ts';
import { modelOf } from '../../../../src/locator/page/model.ts';
import type { PageModel } from '../../../../src/locator/page/page-model.ts';
import { identifyAll, twins } from './bench.ts';
import { scramble, takeOut } from './conditions.ts';
import { type CandidateFacts, factsOf } from './facts.ts';
import { elementAt, isRight } from './truth.ts';

/** A model of a page without its elements, so that it can leave the page. */
export interface FlatModel extends Pick<PageModel, 'width' | 'language' | 'scope'> {
  candidates: CandidateFacts[];
}

/** A page and, for each target, which candidates are right and which of them is the target itself. */
export interface FlatPage {
  controls: FlatModel;
  wide: FlatModel;
  targets: { self: number; isWide: boolean; masked: boolean; right: number[]; rightWide: number[] }[];
}

const flat = ({ candidates, width, language, scope }: PageModel): FlatModel => ({
  width,
  language,
  scope,
  candidates: factsOf(candidates),
});

const rightOf = (model: PageModel, target: Element | null): number[] =>
  target ? model.candidates.flatMap(({ element }, at) => (isRight(element, target) ? at : [])) : [];

/** The page as the locator sees it. */
export function readPage(paths: (string | null)[]): FlatPage {
  const controls = modelOf(document);
  const wide = modelOf(document, { texts: true });
  const targets = paths.map((path) => {
    const element = path === null ? null : elementAt(path);
    const own = element && controls.candidates.find((one) => one.element === element);
    const text = element && wide.candidates.find((one) => one.element === element);
    const self = own ?? (text && controls.candidates.find((other) => samePlace(other, text)));
    const candidate = self ?? text;
    return {
      self: (self ? controls : wide).candidates.indexOf(candidate!),
      isWide: !self,
      masked: !!candidate && mayBeData(candidate.element, candidate.label),
      right: rightOf(controls, element),
      rightWide: rightOf(wide, element),
    };
  });
  return { controls: flat(controls), wide: flat(wide), targets };
}

/** The page as it is without each of these in turn. */
export function readWithout(jobs: { path: string; wide: boolean }[]): FlatModel[] {
  return jobs.map(({ path, wide }) => {
    const putBack = takeOut(elementAt(path)!);
    const model = flat(modelOf(document, wide ? { texts: true } : {}));
    putBack();
    return model;
  });
}

export { identifyAll, scramble, twins };
