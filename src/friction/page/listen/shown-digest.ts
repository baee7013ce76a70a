import { getOrInsert } from '../../../runtime/get-or-insert.ts';
import type { LastInput } from './last-input.ts';
import { textChecksum } from './text-checksum.ts';

/** Presses in haste follow each other faster than this; what is shown later distinguishes none of them. */
const AFTER_PRESS_MS = 1000;
const MAX_RECORDS = 20;
const MAX_CHARS = 2000;

/**
 * A checksum of what changes of the page show now, to tell whether each press moved something on. Undefined where nobody has pressed, and
 * for alerts, which move nothing on.
 */
export function shownDigest(
  records: readonly MutationRecord[],
  { pressTarget, actedAt }: LastInput,
  at: number,
): number | undefined {
  if (!pressTarget || at - actedAt > AFTER_PRESS_MS) return undefined;
  const shown = records.slice(0, MAX_RECORDS).filter((record) => !isAlert(record));
  const texts = new Map<Node, string>();
  return shown.length === 0 ? undefined : shown.reduce((sum, record) => textChecksum(shownBy(record, texts), sum), 0);
}

/** @param texts those read so far: a list that is drawn anew has many records */
function shownBy({ type, target, attributeName }: MutationRecord, texts: Map<Node, string>): string {
  if (type === 'attributes') return `${attributeName}=${(target as Element).getAttribute(attributeName!)}`.slice(0, MAX_CHARS);
  return `${target.childNodes.length} ${getOrInsert(texts, target, () => lastTextOf(target))}`;
}

/** The end of a node's text, read backwards: a long list is drawn anew with every row. */
function lastTextOf(node: Node): string {
  if (!node.lastChild) return (node.textContent ?? '').slice(-MAX_CHARS);
  let text = '';
  for (let child: Node | null = node.lastChild; child && text.length < MAX_CHARS; child = child.previousSibling)
    if (child.nodeType !== 8) text = child.textContent + text;
  return text.slice(-MAX_CHARS);
}

function isAlert({ target, addedNodes }: MutationRecord): boolean {
  const element = target.nodeType === 1 ? (target as Element) : target.parentElement;
  return element?.closest('[role=alert]') != null || [...addedNodes].some((node) => (node as Element).matches?.('[role=alert]'));
}
