import { nameOf } from '../locator/page/name.ts';
import { roleOf } from '../locator/page/role.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';
import type { ValueTest } from '../model/pack/value-test.ts';
import { judgeValue } from '../player/judge-value.ts';
import { perform } from '../player/perform.ts';
import { pressFacts } from '../player/press-facts.ts';
import { readValue } from '../player/read-value.ts';
import { coverOf } from './cover-of.ts';
import { enterSample } from './enter-sample.ts';
import { elementOf, look } from './look.ts';

/**
 * What `cairn pack check` calls in each frame of an app, in an isolated world of its own: the locator and the player's acts, as the extension
 * has them. Values are judged here and are not returned.
 */
export const probe = {
  look: (anchors: readonly Anchor[]) => look(anchors, document),
  element: (anchor: Anchor) => elementOf(anchor, document),
  coverOf,
  passes(anchor: Anchor, test: ValueTest): boolean {
    const control = elementOf(anchor, document);
    return control !== undefined && judgeValue(test, readValue(control));
  },
  pressFacts(anchor: Anchor) {
    const control = elementOf(anchor, document);
    if (!control) return undefined;
    const role = roleOf(control);
    return pressFacts(control, role, nameOf(control, role));
  },
  async perform(anchor: Anchor, act: LocalizedStepAct) {
    const control = elementOf(anchor, document);
    return control ? perform(control, act, new AbortController().signal) : 'gone';
  },
  async enter(anchor: Anchor, test: ValueTest | undefined, given: string | undefined) {
    const control = elementOf(anchor, document);
    return control ? enterSample(control, test, given) : 'gone';
  },
};

export type Probe = typeof probe;

Object.assign(globalThis, { cairnProbe: probe });
