import { z } from 'zod';
import type { LocalizedText } from '../model/text/text.ts';
import { done, reply } from './result.ts';

const key = z.string().min(1).max(300);
const formRef = z.strictObject({ key });

/** About the form for words: in its frame in the page, or in a window of its own. */
export const formMessages = {
  /** The form in the page asks what it is for, with the key its opener was given. */
  'form.open': {
    from: 'extension',
    body: formRef,
    reply: reply<{ app: string } & ({ choice: string } | { title: LocalizedText })>(),
  },
  /** Did the form with this key come alive in its frame? */
  'form.alive': { from: 'app', body: formRef, reply: done },
  /** The page refuses the frame: the form with this key in a window of its own. */
  'form.window': { from: 'app', body: formRef, reply: done },
  /** Words after a click, or the words that answer a question. */
  'form.send': {
    from: 'extension',
    body: z.strictObject({ key, words: z.string().min(1).max(4000), contact: z.string().max(200).optional() }),
    reply: done,
  },
} as const;
