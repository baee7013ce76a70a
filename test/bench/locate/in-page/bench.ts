import { type AccessibleIdentity, hasTwin, identify, scramble, takeOut } from './conditions.ts';
import { leftOut, type MethodAnswer, methods } from './methods.ts';
import { elementAt, isRight } from './truth.ts';

/** One control to look for. */
export interface LocateJob {
  anchor: unknown;
  /** Where it is; null if it is gone from this version. */
  truth: string | null;
  /** It is taken out first: any answer is then wrong. */
  removed: boolean;
}

export interface LocateOutcome {
  answered: boolean;
  given: boolean;
  right: boolean;
  confidence: number;
  ms: number;
}

export interface FindResult {
  outcomes: LocateOutcome[];
  msModel: number[];
}

/** Anchors of the elements at these paths, and the time each took. */
export function describeAll(method: string, paths: string[]): { anchors: unknown[]; ms: number[] } {
  const { describe, model } = methods[method]!;
  const anchors: unknown[] = [];
  const ms: number[] = [];
  const read = model();
  for (const path of paths) {
    const element = elementAt(path);
    const start = performance.now();
    anchors.push(element ? describedOrNull(describe, element, read) : null);
    ms.push(performance.now() - start);
  }
  return { anchors, ms };
}

/** Some elements cannot be described, such as a label that is not drawn: these count as not found. */
function describedOrNull<M>(describe: (element: Element, model: M) => unknown, element: Element, model: M): unknown {
  try {
    return describe(element, model);
  } catch {
    return null;
  }
}

const NO_ANSWER: MethodAnswer = { element: null, confidence: 0, given: false };

/** Look for each. The page is read once, and again for each control that is taken out. */
export function findAll(method: string, jobs: LocateJob[]): FindResult {
  const { find, model } = methods[method]!;
  const found: FindResult = { outcomes: [], msModel: [] };
  const read = (): never => {
    const start = performance.now();
    const made = model();
    found.msModel.push(performance.now() - start);
    return made;
  };
  let intact: never | undefined;
  for (const { anchor, truth, removed } of jobs) {
    const target = truth === null ? null : elementAt(truth);
    const putBack = removed && target ? takeOut(target) : undefined;
    if (!putBack && !intact) intact = read();
    const made = putBack ? read() : intact!;
    const start = performance.now();
    const answer = anchor ? find(anchor as never, made) : NO_ANSWER;
    const ms = performance.now() - start;
    found.outcomes.push(judge(answer, removed ? null : target, ms));
    putBack?.();
  }
  return found;
}

function judge({ element, confidence, given }: MethodAnswer, truth: Element | null, ms: number): LocateOutcome {
  return { answered: !!element, given, right: !!element && !!truth && isRight(element, truth), confidence, ms };
}

/** For each path, role and name of the element there. */
export const identifyAll = (paths: (string | null)[]): (AccessibleIdentity | null)[] =>
  paths.map((path) => {
    const element = path === null ? null : elementAt(path);
    return element && identify(element);
  });

/** Which of these have a twin on this page. */
export const twins = (identities: (AccessibleIdentity | null)[], paths: (string | null)[]): boolean[] =>
  identities.map((one, i) => {
    const at = paths[i];
    return !!one && hasTwin(one, at === null || at === undefined ? null : elementAt(at));
  });

export { speedOfDescribing, speedOfLooking } from './speed.ts';
export { elementAt, scramble };

let truthNow: Element | null = null;
let restore: (() => void) | undefined;

/** For methods that look from outside the page: what is right now, taken out if asked. */
export function setTruth(path: string | null, removed: boolean): void {
  truthNow = path === null ? null : elementAt(path);
  restore = removed && truthNow ? takeOut(truthNow) : undefined;
}

export const isTruth = (element: Element): boolean => !!truthNow && isRight(element, truthNow);

export function putBack(): void {
  restore?.();
  restore = undefined;
}

/** From now on `cairn-left-out` judges by these. */
export function setLeftOut(weights: typeof leftOut.weights): void {
  leftOut.weights = weights;
}
