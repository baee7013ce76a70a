import type { Fault } from '../model/fault/fault.ts';
import type { Step } from '../model/pack/step.ts';
import { isPlaceWithin } from '../model/route/is-place-within.ts';

interface StepsInOrder {
  steps: readonly Step[];
  /** The steps that each may lead to, by index. */
  graph: readonly (readonly number[])[];
}

/** Any page of the app. */
const ANYWHERE = '/*';

/** Warns of a step that waits for a place where the person is already: it is complete without what it asks for. */
export function lintArrival(order: StepsInOrder, at: number, path: string): Fault[] {
  const { advance, anchor, go, at: own } = order.steps[at]!;
  // A step that only leads to its own place is meant to be complete there.
  if (advance.on !== 'place' || (anchor === undefined && go !== undefined && own !== undefined)) return [];
  const pages = pagesOf(order, at);
  if (pages.length === 0 || !pages.every((page) => isPlaceWithin(page, advance.to))) return [];
  const where = pages.includes(ANYWHERE) ? 'any page matches' : `the page of the step, "${pages[0]}", matches`;
  return [
    {
      path: `${path}.advance.to`,
      reason: `is "${advance.to}", which ${where} already: the step is complete before the person does what it asks for`,
      remedy:
        'Write a place that only the next page matches, as in "/orders/:id(\\\\d+)" where "/orders/new" is another, or let the step advance on "click".',
      warning: true,
    },
  ];
}

/** The places where a step may begin: its own, or else where the steps before it leave the person. Each step is looked at once. */
function pagesOf({ steps, graph }: StepsInOrder, at: number): string[] {
  const pages = new Set<string>();
  const reached = new Set([at]);
  for (const one of reached) {
    const own = steps[one]!.at;
    if (own !== undefined || one === 0) pages.add(own ?? ANYWHERE);
    if (own !== undefined) continue;
    for (const [from, next] of graph.entries()) {
      if (!next.includes(one)) continue;
      const { advance } = steps[from]!;
      if (STAYS.has(advance.on)) reached.add(from);
      else pages.add(advance.on === 'place' ? advance.to : ANYWHERE);
    }
  }
  return [...pages];
}

/** What leads to no other page. */
const STAYS: ReadonlySet<Step['advance']['on']> = new Set(['next', 'input', 'hover']);
