import { z } from 'zod';
import { observedControl } from '../model/entry/control.ts';
import { about, choice } from '../model/entry/entry.ts';
import type { LocalizedText } from '../model/text/text.ts';
import { done, reply } from './result.ts';

const key = z.string().min(1).max(300);
const formRef = z.strictObject({ key });
/** As a press in the form would be judged now. */
const pressVerdicts = ['counts', 'early', 'hidden'] as const;
type PressVerdict = (typeof pressVerdicts)[number];

/** Messages about the form for free text, in its frame in a page or in a window of its own. */
export const formMessages = {
  /** The feedback panel has opened in a page: the key of a form with the choices, and what a choice would be about. */
  'feedback.prepare': {
    from: 'app',
    body: z.strictObject({ route: z.string().min(1).max(300), control: observedControl.optional(), about: about.optional() }),
    reply: reply<{ formKey: string }>(),
  },
  /** The person chose to include a name of the control that is otherwise withheld, or not to. */
  'feedback.includeName': { from: 'app', body: z.strictObject({ key, includeName: z.boolean() }), reply: done },
  /** One click of feedback, in a form that the page cannot look into. The same key then takes a comment. */
  'form.choose': { from: 'extension', body: z.strictObject({ key, choice }), reply: done },
  /** The person wants to leave the form: close what is around it in the page. */
  'form.leave': { from: 'extension', body: formRef, reply: done },
  /** The form asks what it is for, with the key that its opener was given. */
  'form.open': {
    from: 'extension',
    body: formRef,
    reply: reply<{ app: string } & ({ choices: true } | { choice: string } | { title: LocalizedText })>(),
  },
  /** Has the form with this key loaded in its frame? Refused if it has not. */
  'form.alive': { from: 'app', body: formRef, reply: done },
  /** Does the person see the form with this key in its page? The page script looks; a form in a window of its own has no page over it. */
  'form.check': { from: 'extension', body: formRef, reply: reply<{ verdict: PressVerdict }>() },
  /** What the page script has seen. */
  'form.judged': { from: 'app', body: formRef.extend({ verdict: z.enum(pressVerdicts) }), reply: done },
  /** The page blocks the frame, or covers it: open the form with this key in a window of its own. */
  'form.window': { from: 'anywhere', body: formRef, reply: done },
  /** Free text that follows one click of feedback, or answers a question. */
  'form.send': {
    from: 'extension',
    body: z.strictObject({ key, words: z.string().min(1).max(4000), contact: z.string().max(200).optional() }),
    reply: done,
  },
} as const;
