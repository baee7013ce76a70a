import { after } from '../../runtime/lifetime.ts';
import { type Ear, now } from './ear.ts';

/** When to look: soon, later, and before time is up (2500 ms). */
const looks = [150, 1000, 2300];
const MOST_FIELDS = 300;

/**
 * What a click can do without a mutation: set a field, draw on a canvas, open a window. A look before the click is compared with
 * looks after it. What was seen is a number that says "the same" or "not the same", and is forgotten with the click.
 */
export function lookFor(view: Window & typeof globalThis, ear: Ear): () => void {
  const documents = [...new Set([view.document, document])];
  const before = { fields: sum(documents, fieldsOf), canvas: sum(documents, canvasOf) };
  const typed = ear.last.typed;
  const told = { is: false };
  const tell = (by: 'field-state' | 'canvas' | 'open') => {
    if (!told.is) ear.emit({ is: 'sign', at: now(), by });
    told.is = true;
  };
  function look(): void {
    if (told.is) return;
    if (ear.last.typed === typed && sum(documents, fieldsOf) !== before.fields) tell('field-state');
    else if (sum(documents, canvasOf) !== before.canvas) tell('canvas');
    // A click may open one window; what opens it uses the click up, long before its 5 s are over.
    else if (view.navigator.userActivation?.isActive === false) tell('open');
  }
  return () => {
    for (const ms of looks) after(ms, look, ear.lifetime);
  };
}

const sum = (documents: readonly Document[], of: (document: Document) => number): number =>
  documents.reduce((total, document) => (total * 31 + of(document)) | 0, 0);

const secret = /^(password|hidden|file)$/;

function fieldsOf(document: Document): number {
  let sum = 0;
  const fields = document.querySelectorAll<HTMLInputElement & HTMLSelectElement>('input, textarea, select');
  for (const field of [...fields].slice(0, MOST_FIELDS))
    sum = mixed(sum, secret.test(field.type) ? '' : `${field.value}${field.checked}${field.selectedIndex}`);
  return sum;
}

function mixed(seed: number, text: string): number {
  let sum = seed;
  for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
  return (sum * 31 + 7) | 0;
}

/** A sixteenth of what is drawn, and never twice the same where it may not be read. */
function canvasOf(document: Document): number {
  const drawn = [...document.querySelectorAll('canvas')].filter((one) => one.width * one.height >= 10_000).slice(0, 4);
  let sum = 0;
  for (const canvas of drawn) sum = mixed(sum, sampleOf(canvas));
  return sum;
}

function sampleOf(canvas: HTMLCanvasElement): string {
  try {
    const small = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
    const ink = small.getContext('2d', { willReadFrequently: true })!;
    ink.drawImage(canvas, 0, 0, 32, 32);
    const seen = String(ink.getImageData(0, 0, 32, 32).data);
    return /[1-9]/.test(seen) ? seen : String(now());
  } catch {
    return String(now());
  }
}
