import type { Pack } from '../model/pack.ts';
import type { ShownAct, ShownAdvance, ShownStep } from '../model/shown.ts';
import type { Step } from '../model/step.ts';
import type { StepAct } from '../model/step-act.ts';
import { type Said, say, type Text } from '../model/text.ts';
import { shownBody } from './shown-body.ts';

type Say = (text: Text) => Said;

/** A step in the first of the person's languages that it has. */
export function localiseStep(step: Step, pack: Pack, languages: readonly string[]): ShownStep {
  const said: Say = (text) => say(text, languages, pack.language);
  const body = (text: Text) => shownBody(text, pack, languages);
  const { id, anchor, at, go, optional, next, checks, wait, otherwise } = step;
  return {
    id,
    anchor,
    at,
    go,
    optional,
    next,
    title: said(step.title),
    body: body(step.body),
    advance: advanceOf(step.advance, said),
    ...(checks && { checks: checks.map(({ need, word }) => ({ need, word: said(word) })) }),
    ...(wait && { wait: { seconds: wait.seconds, ...(wait.word && { word: said(wait.word) }) } }),
    ...(otherwise && { otherwise: body(otherwise) }),
    ...(step.do && { do: actOf(step.do, said) }),
  };
}

function advanceOf(advance: Step['advance'], said: Say): ShownAdvance {
  if (advance.on !== 'input') return advance;
  const { word, ...own } = advance;
  return { ...own, ...(word && { word: said(word) }) };
}

function actOf(act: StepAct, said: Say): ShownAct {
  if (act.act === 'fill') return { ...act, with: said(act.with) };
  if (act.act === 'choose') return { ...act, option: said(act.option), known: wordings(act.option) };
  return act;
}

const wordings = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
