import { after } from '../../../runtime/lifetime.ts';
import type { ListenerContext } from './listener-context.ts';
import { now } from './now.ts';

/** When to look: at once, soon, later, and before time is up (2500 ms). */
const LOOK_AFTER_MS = [0, 150, 1000, 2300];
const MAX_FIELDS = 300;
const MAX_NEIGHBOURS = 200;

/**
 * What a click can do without a mutation: set a field, draw on a canvas, open a window, show by style alone what stands beside it. A
 * look before the click is compared with looks after it. What was seen is a number that says "the same" or "not the same", and is
 * forgotten with the click.
 */
export function watchSilentChanges(view: Window & typeof globalThis, context: ListenerContext, control: Element): () => void {
  const documents = [...new Set([view.document, document])];
  const neighbours = [...(control.parentElement?.querySelectorAll('*') ?? [])].slice(0, MAX_NEIGHBOURS);
  const checksum = () => fieldsChecksum(documents) + hiddenCount(neighbours);
  const before = checksum();
  const typedAt = context.lastInput.typedAt;
  const reported = { is: false };
  const report = (by: 'field-state' | 'canvas' | 'open', own = false) => {
    if (!reported.is) context.emit({ is: 'sign', at: now(), by, own });
    reported.is = true;
  };
  function look(ms: number): void {
    if (reported.is) return;
    if (context.lastInput.typedAt === typedAt && checksum() !== before) report('field-state', ms === 0);
    else if (hasCanvas(documents)) report('canvas');
    // A click may open one window; what opens it uses the click up, long before its 5 s are over.
    else if (view.navigator.userActivation?.isActive === false) report('open');
  }
  return () => {
    for (const ms of LOOK_AFTER_MS) after(ms, () => look(ms), context.lifetime);
  };
}

const hiddenCount = (elements: readonly Element[]): number =>
  elements.filter((one) => one.isConnected && !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length;

const fieldsChecksum = (documents: readonly Document[]): number =>
  documents.reduce((total, document) => (total * 31 + documentChecksum(document)) | 0, 0);

const SECRET_TYPES = /^(password|hidden|file)$/;

function documentChecksum(document: Document): number {
  let sum = 0;
  const fields = document.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input, textarea, select');
  for (const field of [...fields].slice(0, MAX_FIELDS))
    sum = mixText(sum, SECRET_TYPES.test(field.type) ? '' : `${field.value}${field.checked}${field.selectedIndex}`);
  return sum;
}

function mixText(seed: number, text: string): number {
  let sum = seed;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return (sum * 31 + 7) | 0;
}

/** What is drawn may not always be read, and reading it is no business of ours: beside a canvas nothing is said to be missing. */
const hasCanvas = (documents: readonly Document[]): boolean =>
  documents.some((document) =>
    [...document.querySelectorAll('canvas')].some((one) => one.clientWidth * one.clientHeight >= 10_000),
  );
