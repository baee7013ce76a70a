import { containingShadowHost } from '../../../dom/composed-tree.ts';
import { after, childLifetime } from '../../../runtime/lifetime.ts';
import { classAttributeOf, eventPathOf } from './elements.ts';
import type { ListenerContext } from './listener-context.ts';

/**
 * How a control looks under a press is no response: a pressed look comes and goes, a ripple spreads and fades, a focus ring stays. What
 * the pressed control has changed and not changed back after this time is a response.
 */
const FEEDBACK_MS = 800;
/** A change belongs to a press for this long. */
const AFTER_PRESS_MS = 1500;
/** Attributes and class names that describe the pointer and the focus. */
const TRANSIENT_TOKENS = /focus|hover|ripple/i;
/** What spreads over a control under a press, and stays there invisibly for the next one. */
const RIPPLE = /ripple|wave|\bink\b/i;

interface PressFeedback {
  /** Does the record only show how the pressed control looks? If the look lasts, a sign of the time when it began is emitted later. */
  absorbs(record: MutationRecord, at: number): boolean;
}

export function createPressFeedback(context: ListenerContext): PressFeedback {
  const attributes = new Map<Element, Map<string, { before: string | null; at: number }>>();
  const nodes = new Map<Node, number>();
  let reportLifetime = childLifetime(context.lifetime);

  function absorbs(record: MutationRecord, at: number): boolean {
    const { pressTarget, actedAt } = context.lastInput;
    if (!pressTarget || at - actedAt > AFTER_PRESS_MS || !isPartOf(pressTarget, record.target)) return false;
    const isFeedback =
      record.type === 'attributes' ? noteAttribute(record, at) : record.type === 'childList' && noteNodes(record, at);
    if (!isFeedback) return false;
    reportLifetime.abort();
    reportLifetime = childLifetime(context.lifetime);
    after(FEEDBACK_MS, reportLasting, reportLifetime.signal);
    return true;
  }

  function noteAttribute({ target, attributeName, oldValue }: MutationRecord, at: number): boolean {
    if (target !== context.lastInput.pressTarget && isRipple(target)) return true;
    const changes = attributes.get(target as Element) ?? new Map<string, { before: string | null; at: number }>();
    attributes.set(target as Element, changes);
    if (!changes.has(attributeName!)) changes.set(attributeName!, { before: oldValue, at });
    return true;
  }

  function noteNodes({ addedNodes, removedNodes }: MutationRecord, at: number): boolean {
    const isWithoutText = [...addedNodes].every((node) => node.nodeType === 1 && !node.textContent?.trim());
    if (!isWithoutText || ![...removedNodes].every((node) => nodes.has(node) || isRipple(node))) return false;
    for (const node of addedNodes) if (!isRipple(node)) nodes.set(node, at);
    return true;
  }

  function reportLasting(): void {
    const lasting = [...attributes].flatMap(([element, changes]) =>
      [...changes].flatMap(([name, { before, at }]) =>
        !element.isConnected || isSameLook(name, before, element.getAttribute(name)) ? [] : [at],
      ),
    );
    const beganAt = Math.min(...lasting, ...[...nodes].flatMap(([node, at]) => (node.isConnected ? [at] : [])));
    attributes.clear();
    nodes.clear();
    if (beganAt < Number.POSITIVE_INFINITY) context.emit({ is: 'sign', at: beganAt, by: 'mutation' });
  }

  return { absorbs };
}

const isRipple = (node: Node): boolean => RIPPLE.test(classAttributeOf(node));

const isSameLook = (name: string, before: string | null, after: string | null): boolean =>
  before === after ||
  TRANSIENT_TOKENS.test(name) ||
  (name === 'class' && String(lastingTokens(before)) === String(lastingTokens(after)));

const lastingTokens = (tokens: string | null): string[] =>
  (tokens ?? '').split(/\s+/).filter((token) => token && !TRANSIENT_TOKENS.test(token));

/** Is the target in the pressed control, or the host of a shadow root that contains the control? */
function isPartOf(pressTarget: Element, target: Node): boolean {
  for (let host = containingShadowHost(pressTarget); host; host = containingShadowHost(host)) if (host === target) return true;
  return target.nodeType === 1 && eventPathOf(target as Element).includes(pressTarget);
}
