import { after } from '../../runtime/lifetime.ts';
import { type FieldRecorder, fieldValue } from './field-recorder.ts';
import type { Subject } from './subject.ts';

interface WatchValueDeps {
  fields: FieldRecorder;
  lifetime: AbortSignal;
}

/** A page has so long to set what a key or a press asks for. */
const SETTLE_MS = [0, 120];

/**
 * Takes the value of a field or slider as it is now; what is returned looks whether it is another once the key or the press is done. Pages that
 * set a value by themselves, as masked fields and drawn sliders do, make no `input` event.
 */
export function watchValue(subject: Subject, { fields, lifetime }: WatchValueDeps): () => void {
  const { element } = subject;
  if ((element as HTMLElement).isContentEditable) return () => {};
  const before = fieldValue(element);
  const noticed = fields.changesOf(element);
  const look = () => {
    if (fields.changesOf(element) === noticed && fieldValue(element) !== before) fields.changed(subject);
  };
  return () => {
    for (const wait of SETTLE_MS) after(wait, look, lifetime);
  };
}
