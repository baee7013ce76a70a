import { after } from '../../runtime/lifetime.ts';
import type { Ear } from './ear.ts';
import { now } from './now.ts';

/** When to look: at once, soon, later, and before time is up (2500 ms). */
const looks = [0, 150, 1000, 2300];
const MOST_FIELDS = 300;
const MOST_AROUND = 200;

/**
 * What a click can do without a mutation: set a field, draw on a canvas, open a window, show by style alone what stands beside it. A
 * look before the click is compared with looks after it. What was seen is a number that says "the same" or "not the same", and is
 * forgotten with the click.
 */
export function lookFor(view: Window & typeof globalThis, ear: Ear, press: Element): () => void {
  const documents = [...new Set([view.document, document])];
  const around = [...(press.parentElement?.querySelectorAll('*') ?? [])].slice(0, MOST_AROUND);
  const state = () => sum(documents) + hiddenOf(around);
  const before = state();
  const typed = ear.last.typed;
  const told = { is: false };
  const tell = (by: 'field-state' | 'canvas' | 'open', own = false) => {
    if (!told.is) ear.emit({ is: 'sign', at: now(), by, own });
    told.is = true;
  };
  function look(ms: number): void {
    if (told.is) return;
    if (ear.last.typed === typed && state() !== before) tell('field-state', ms === 0);
    else if (hasCanvas(documents)) tell('canvas');
    // A click may open one window; what opens it uses the click up, long before its 5 s are over.
    else if (view.navigator.userActivation?.isActive === false) tell('open');
  }
  return () => {
    for (const ms of looks) after(ms, () => look(ms), ear.lifetime);
  };
}

const hiddenOf = (elements: readonly Element[]): number =>
  elements.filter((one) => one.isConnected && !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length;

const sum = (documents: readonly Document[]): number =>
  documents.reduce((total, document) => (total * 31 + fieldsOf(document)) | 0, 0);

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

/** What is drawn may not always be read, and reading it is no business of ours: beside a canvas nothing is said to be missing. */
const hasCanvas = (documents: readonly Document[]): boolean =>
  documents.some((document) =>
    [...document.querySelectorAll('canvas')].some((one) => one.clientWidth * one.clientHeight >= 10_000),
  );
