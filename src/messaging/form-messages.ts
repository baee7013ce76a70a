import { z } from 'zod';
import type { LocalizedText } from '../model/text/text.ts';
import { done, reply } from './result.ts';

const key = z.string().min(1).max(300);
const formRef = z.strictObject({ key });

/** Messages about the form for free text, in its frame in a page or in a window of its own. */
export const formMessages = {
  /** The form asks what it is for, with the key that its opener was given. */
  'form.open': {
    from: 'extension',
    body: formRef,
    reply: reply<{ app: string } & ({ choice: string } | { title: LocalizedText })>(),
  },
  /** Has the form with this key loaded in its frame? Refused if it has not. */
  'form.alive': { from: 'app', body: formRef, reply: done },
  /** The page blocks the frame: open the form with this key in a window of its own. */
  'form.window': { from: 'app', body: formRef, reply: done },
  /** Free text that follows one click of feedback, or answers a question. */
  'form.send': {
    from: 'extension',
    body: z.strictObject({ key, words: z.string().min(1).max(4000), contact: z.string().max(200).optional() }),
    reply: done,
  },
} as const;
