import { after } from '../../../runtime/lifetime.ts';
import type { ListenerContext, PageWindow } from './listener-context.ts';
import { now } from './now.ts';

/** When to compare after a click: at once, soon, later, and before the time for a response (2500 ms) has passed. */
const COMPARE_AFTER_MS = [0, 150, 1000, 2300];
const MAX_FIELDS = 300;
const MAX_NEIGHBOURS = 200;
/** A smaller canvas is an icon. */
const MIN_CANVAS_PX = 10_000;
const SECRET_TYPES = /^(password|hidden|file)$/;

/**
 * Watches for what a click can do without a mutation: set a field, draw on a canvas, open a window, show a neighbour by style alone. The
 * state before the click is compared with the state after it, by a checksum that is forgotten with the click. Returns a function that
 * starts the comparison when the click comes.
 */
export function watchSilentChanges(view: PageWindow, context: ListenerContext, control: Element): () => void {
  const documents = [...new Set([view.document, document])];
  const neighbours = [...(control.parentElement?.querySelectorAll('*') ?? [])].slice(0, MAX_NEIGHBOURS);
  const checksum = () => fieldsChecksum(documents) + hiddenCount(neighbours);
  const before = checksum();
  const typedAt = context.lastInput.typedAt;
  let isReported = false;

  function report(by: 'field-state' | 'canvas' | 'open', own = false): void {
    isReported = true;
    context.emit({ is: 'sign', at: now(), by, own });
  }
  function compare(ms: number): void {
    if (isReported) return;
    if (context.lastInput.typedAt === typedAt && checksum() !== before) report('field-state', ms === 0);
    else if (hasCanvas(documents)) report('canvas');
    // A click may open one window, and opening it consumes the user activation long before its 5 s are over.
    else if (view.navigator.userActivation?.isActive === false) report('open');
  }
  return () => {
    for (const ms of COMPARE_AFTER_MS) after(ms, () => compare(ms), context.lifetime);
  };
}

const hiddenCount = (elements: readonly Element[]): number =>
  elements.filter((one) => one.isConnected && !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length;

const fieldsChecksum = (documents: readonly Document[]): number =>
  documents.reduce((total, document) => (total * 31 + documentChecksum(document)) | 0, 0);

function documentChecksum(document: Document): number {
  let sum = 0;
  const fields = document.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input, textarea, select');
  for (const field of [...fields].slice(0, MAX_FIELDS))
    sum = mixText(sum, SECRET_TYPES.test(field.type) ? '' : `${field.value}${field.checked}${field.selectedIndex}`);
  return sum;
}

function mixText(seed: number, text: string): number {
  let sum = seed;
  for (let index = 0; index < text.length; index++) sum = (sum * 31 + text.charCodeAt(index)) | 0;
  return (sum * 31 + 7) | 0;
}

/** A drawing cannot always be read, and we have no business reading it: on a page with a canvas no response is reported as missing. */
const hasCanvas = (documents: readonly Document[]): boolean =>
  documents.some((document) =>
    [...document.querySelectorAll('canvas')].some((one) => one.clientWidth * one.clientHeight >= MIN_CANVAS_PX),
  );
