import { after, childOf } from '../../runtime/lifetime.ts';
import { classOf } from './class-of.ts';
import type { Ear } from './ear.ts';
import { waysUp } from './ways-up.ts';

/**
 * How a control looks under a press is no answer to it: a pressed look comes and goes, a ripple spreads and fades, a focus ring stays.
 * What the pressed control has put on and has not put off again so long after is one. In milliseconds.
 */
const WORN = 800;
/** A look belongs to a press so long before it. */
const LATELY = 1500;
/** What is said of the pointer and the focus, in attributes and classes. */
const passing = /focus|hover|ripple/i;
/** What spreads over a control under a press, and stays there unseen for the next. */
const ripple = /ripple|wave|\bink\b/i;
const isRipple = (node: Node) => ripple.test(classOf(node));
const worded = (tokens: string | null) => (tokens ?? '').split(/\s+/).filter((token) => token && !passing.test(token));

export function createDress(ear: Ear) {
  const attributes = new Map<Element, Map<string, { was: string | null; at: number }>>();
  const nodes = new Map<Node, number>();
  const timer = { life: childOf(ear.lifetime) };

  /** Does the record only tell how the pressed control looks? If it still does later, that is told as a sign of when it began. */
  function takes(record: MutationRecord, at: number): boolean {
    const { press, deed } = ear.last;
    if (!press || at - deed > LATELY || !isOf(press, record.target)) return false;
    const fits = record.type === 'attributes' ? wear(record, at) : record.type === 'childList' && cover(record, at);
    if (!fits) return false;
    timer.life.abort();
    timer.life = childOf(ear.lifetime);
    after(WORN, look, timer.life.signal);
    return true;
  }

  function wear({ target, attributeName, oldValue }: MutationRecord, at: number): boolean {
    if (target !== ear.last.press && isRipple(target)) return true;
    const worn = attributes.get(target as Element) ?? new Map();
    attributes.set(target as Element, worn);
    if (!worn.has(attributeName!)) worn.set(attributeName!, { was: oldValue, at });
    return true;
  }

  function cover({ addedNodes, removedNodes }: MutationRecord, at: number): boolean {
    const isBare = [...addedNodes].every((node) => node.nodeType === 1 && !node.textContent?.trim());
    if (!isBare || ![...removedNodes].every((node) => nodes.has(node) || isRipple(node))) return false;
    for (const node of addedNodes) if (!isRipple(node)) nodes.set(node, at);
    return true;
  }

  function look(): void {
    const stays = [...attributes].flatMap(([element, worn]) =>
      [...worn].flatMap(([name, { was, at }]) =>
        !element.isConnected || isSame(name, was, element.getAttribute(name)) ? [] : [at],
      ),
    );
    const begun = Math.min(...stays, ...[...nodes].flatMap(([node, at]) => (node.isConnected ? [at] : [])));
    attributes.clear();
    nodes.clear();
    if (begun < Number.POSITIVE_INFINITY) ear.emit({ is: 'sign', at: begun, by: 'mutation' });
  }

  return { takes };
}

const isSame = (name: string, was: string | null, is: string | null): boolean =>
  was === is || passing.test(name) || (name === 'class' && String(worded(was)) === String(worded(is)));

/** In the control, or the hosts of the shadow roots that it stands in. */
function isOf(press: Element, target: Node): boolean {
  for (let root = press.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if (root.host === target) return true;
  return target.nodeType === 1 && waysUp(target as Element).includes(press);
}
