import { after, childLifetime } from '../../../runtime/lifetime.ts';
import { classAttributeOf } from './class-attribute-of.ts';
import { eventPathOf } from './event-path-of.ts';
import type { ListenerContext } from './listener-context.ts';

/**
 * How a control looks under a press is no answer to it: a pressed look comes and goes, a ripple spreads and fades, a focus ring stays.
 * What the pressed control has put on and has not put off again so long after is one. In milliseconds.
 */
const FEEDBACK_MS = 800;
/** A look belongs to a press so long before it. */
const AFTER_PRESS_MS = 1500;
/** What is said of the pointer and the focus, in attributes and classes. */
const TRANSIENT_TOKENS = /focus|hover|ripple/i;
/** What spreads over a control under a press, and stays there unseen for the next. */
const RIPPLE = /ripple|wave|\bink\b/i;
const isRipple = (node: Node) => RIPPLE.test(classAttributeOf(node));
const lastingTokens = (tokens: string | null) =>
  (tokens ?? '').split(/\s+/).filter((token) => token && !TRANSIENT_TOKENS.test(token));

export function createPressFeedback(context: ListenerContext) {
  const attributes = new Map<Element, Map<string, { before: string | null; at: number }>>();
  const nodes = new Map<Node, number>();
  const timer = { life: childLifetime(context.lifetime) };

  /** Does the record only tell how the pressed control looks? If it still does later, that is told as a sign of when it began. */
  function absorbs(record: MutationRecord, at: number): boolean {
    const { pressTarget, actedAt } = context.lastInput;
    if (!pressTarget || at - actedAt > AFTER_PRESS_MS || !isOf(pressTarget, record.target)) return false;
    const fits = record.type === 'attributes' ? noteAttribute(record, at) : record.type === 'childList' && noteNodes(record, at);
    if (!fits) return false;
    timer.life.abort();
    timer.life = childLifetime(context.lifetime);
    after(FEEDBACK_MS, reportLasting, timer.life.signal);
    return true;
  }

  function noteAttribute({ target, attributeName, oldValue }: MutationRecord, at: number): boolean {
    if (target !== context.lastInput.pressTarget && isRipple(target)) return true;
    const changes = attributes.get(target as Element) ?? new Map();
    attributes.set(target as Element, changes);
    if (!changes.has(attributeName!)) changes.set(attributeName!, { before: oldValue, at });
    return true;
  }

  function noteNodes({ addedNodes, removedNodes }: MutationRecord, at: number): boolean {
    const isBare = [...addedNodes].every((node) => node.nodeType === 1 && !node.textContent?.trim());
    if (!isBare || ![...removedNodes].every((node) => nodes.has(node) || isRipple(node))) return false;
    for (const node of addedNodes) if (!isRipple(node)) nodes.set(node, at);
    return true;
  }

  function reportLasting(): void {
    const lasting = [...attributes].flatMap(([element, changes]) =>
      [...changes].flatMap(([name, { before, at }]) =>
        !element.isConnected || isSame(name, before, element.getAttribute(name)) ? [] : [at],
      ),
    );
    const beganAt = Math.min(...lasting, ...[...nodes].flatMap(([node, at]) => (node.isConnected ? [at] : [])));
    attributes.clear();
    nodes.clear();
    if (beganAt < Number.POSITIVE_INFINITY) context.emit({ is: 'sign', at: beganAt, by: 'mutation' });
  }

  return { absorbs };
}

const isSame = (name: string, before: string | null, now: string | null): boolean =>
  before === now ||
  TRANSIENT_TOKENS.test(name) ||
  (name === 'class' && String(lastingTokens(before)) === String(lastingTokens(now)));

/** In the control, or the hosts of the shadow roots that it stands in. */
function isOf(press: Element, target: Node): boolean {
  for (let root = press.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    if (root.host === target) return true;
  return target.nodeType === 1 && eventPathOf(target as Element).includes(press);
}
