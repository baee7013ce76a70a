import type { LocalizedAdvance, LocalizedStep, LocalizedStepAct } from '../model/pack/localized-guide.ts';
import type { Pack } from '../model/pack/pack.ts';
import type { Step } from '../model/pack/step.ts';
import type { StepAct } from '../model/pack/step-act.ts';
import { type LocalizedText, localize, type Text } from '../model/text/text.ts';
import { localizeBody } from './localize-body.ts';

type LocalizeText = (text: Text) => LocalizedText;

/** A step in the first of the person's languages that it has. */
export function localizeStep(step: Step, pack: Pack, languages: readonly string[]): LocalizedStep {
  const t: LocalizeText = (text) => localize(text, languages, pack.language);
  const body = (text: Text) => localizeBody(text, pack, languages);
  const { id, anchor, at, go, optional, next, revealedBy, checks, wait, fallbackBody } = step;
  return {
    id,
    anchor,
    at,
    go,
    optional,
    next,
    revealedBy,
    title: t(step.title),
    body: body(step.body),
    advance: advanceOf(step.advance, t),
    ...(checks && { checks: checks.map(({ requires, message }) => ({ requires, message: t(message) })) }),
    ...(wait && { wait: { seconds: wait.seconds, ...(wait.message && { message: t(wait.message) }) } }),
    ...(fallbackBody && { fallbackBody: body(fallbackBody) }),
    ...(step.do && { do: actOf(step.do, t) }),
  };
}

function advanceOf(advance: Step['advance'], t: LocalizeText): LocalizedAdvance {
  if (advance.on === 'choose') return { on: 'choose', ...(advance.option && { option: t(advance.option) }) };
  if (advance.on !== 'input') return advance;
  const { message, ...own } = advance;
  return { ...own, ...(message && { message: t(message) }) };
}

function actOf(act: StepAct, t: LocalizeText): LocalizedStepAct {
  if (act.act === 'fill') return { ...act, with: t(act.with) };
  if (act.act === 'choose') return { ...act, option: t(act.option), known: allWordings(act.option) };
  return act;
}

const allWordings = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
