import { addLanguage, isSameLanguage } from '../../locator/match/languages.ts';
import type { Anchor } from '../../model/pack/anchor.ts';
import type { Step } from '../../model/pack/step.ts';
import type { ObservedAct, RecorderReport } from '../../model/studio/observed-act.ts';
import type { StudioDraft } from '../../model/studio/studio-draft.ts';
import type { DraftContext } from './apply-report.ts';
import { type Instruction, instructionFor } from './draft-instruction.ts';
import { stepOfAct } from './draft-step.ts';
import { instructionWithEnter } from './enter-in-field.ts';
import { placeOfRoute } from './place-of-route.ts';
import { withoutData } from './without-data.ts';

/** How far a draft has been walked through in another language. */
export interface TranslationProgress {
  /** By the id of an act: the step that it repeats, and the instruction drafted for it. */
  walked: Record<string, Instruction & { step: string }>;
  /** Ids of acts that repeat no step. */
  unmatched: string[];
}

interface Translated {
  draft: StudioDraft;
  progress: TranslationProgress;
}

/** A draft is in this language already, whatever the country. */
export const isLanguageOf = ({ language }: Pick<StudioDraft, 'language'>, other: string): boolean =>
  isSameLanguage(language, other);

/** The steps that can be repeated: those with a control. */
export const repeatableSteps = ({ guide }: Pick<StudioDraft, 'guide'>): string[] =>
  guide.kind === 'walkthrough' ? guide.steps.flatMap(({ id, anchor }) => (anchor ? [id] : [])) : [];

/**
 * The draft after a report of a walk through it in another language, which is that of the context. The step that an act repeats gains the
 * name, the fingerprints and a drafted instruction in that language, unless it has an instruction there already. Nothing else changes.
 */
export function applyTranslation(
  draft: StudioDraft,
  observed: RecorderReport,
  progress: TranslationProgress,
  context: DraftContext,
): Translated {
  const report = withoutData(observed, context);
  if (draft.guide.kind !== 'walkthrough' || isLanguageOf(draft, context.language)) return { draft, progress };
  if (report.is === 'removed') return withoutAct({ draft, progress }, report.id, context.language);
  if (report.is !== 'act') return { draft, progress };
  const { act } = report;
  const { steps } = draft.guide;
  if (isEnterOfStep(act, draft, progress)) return { draft, progress };
  const before = progress.walked[act.id];
  const step = before ? steps.find(({ id }) => id === before.step) : nextStepLike(act, steps, progress, context.language);
  if (!step) return { draft, progress: withUnmatched(progress, act.id) };
  const instruction = draft.notes[step.id]?.enter
    ? instructionWithEnter(act, context.language)
    : instructionFor(act, context.language);
  return {
    draft: withStep(draft, translatedStep(step, { act, instruction, before, base: draft.language, language: context.language })),
    progress: { ...progress, walked: { ...progress.walked, [act.id]: { step: step.id, ...instruction } } },
  };
}

const withUnmatched = (progress: TranslationProgress, act: string): TranslationProgress =>
  progress.unmatched.includes(act) ? progress : { ...progress, unmatched: [...progress.unmatched, act] };

/** The first step after the last one walked that the act can repeat; one at the same place comes before the others. */
function nextStepLike(
  act: ObservedAct,
  steps: readonly Step[],
  { walked }: TranslationProgress,
  language: string,
): Step | undefined {
  if (act.anchor.language && !isSameLanguage(act.anchor.language, language)) return undefined;
  const done = new Set(Object.values(walked).map(({ step }) => step));
  const following = steps.slice(steps.findLastIndex(({ id }) => done.has(id)) + 1);
  const alike = following.filter((step) => canRepeat(step, act, language));
  const place = placeOfRoute(act.route);
  return alike.find(({ at }) => at === place) ?? alike[0];
}

/** A step that waits for a place or for something on the page was begun by some act or other. */
const BY_ANY_ACT = /^(place|appears|disappears)$/;

function canRepeat({ anchor, advance }: Step, act: ObservedAct, language: string): boolean {
  const isSameAct = BY_ANY_ACT.test(advance.on) || advance.on === stepOfAct(act, language).advance.on;
  return isSameAct && anchor !== undefined && isSameControl(anchor, act.anchor);
}

/** What a language leaves as it is: the role, and what is recorded of its attributes and its icon. Anchors written by hand have no more than the role. */
function isSameControl({ role, traits }: Anchor, other: Anchor): boolean {
  if (role !== other.role) return false;
  if (!traits || !other.traits) return true;
  return (['tag', 'type', 'ids', 'icon'] as const).every((trait) => traits[trait] === other.traits?.[trait]);
}

/** Enter that belongs to the step of its field was recorded with it. */
function isEnterOfStep(
  { kind, key, anchor }: ObservedAct,
  { guide, notes }: StudioDraft,
  { walked }: TranslationProgress,
): boolean {
  if (guide.kind !== 'walkthrough' || kind !== 'press-key' || key !== 'Enter') return false;
  const done = new Set(Object.values(walked).map(({ step }) => step));
  const last = guide.steps.findLast(({ id }) => done.has(id));
  return last?.anchor !== undefined && notes[last.id]?.enter !== undefined && isSameControl(last.anchor, anchor);
}

interface Translation {
  act: ObservedAct;
  instruction: Instruction;
  /** What was drafted for an earlier report of the act. */
  before: Instruction | undefined;
  base: string;
  language: string;
}

function translatedStep(step: Step, { act, instruction, before, base, language }: Translation): Step {
  const text = (key: 'title' | 'body'): Step['title'] => {
    const own = byLanguage(step[key], base);
    const isByAuthor = own[language] !== undefined && own[language] !== before?.[key];
    return isByAuthor ? step[key] : { ...own, [language]: instruction[key] };
  };
  const { advance } = step;
  const target = advance.on === 'drag' && advance.to && act.to ? withLanguage(advance.to, act.to, base, language) : undefined;
  return {
    ...step,
    title: text('title'),
    body: text('body'),
    anchor: withLanguage(step.anchor!, act.anchor, base, language),
    ...(advance.on === 'drag' && target && { advance: { ...advance, to: target } }),
  };
}

/** A control whose name in the language of the draft is not known gets none in another: it would be taken for the name in every language. */
function withLanguage(anchor: Anchor, { name, traits }: Anchor, base: string, language: string): Anchor {
  const known = anchor.name !== undefined && typeof name === 'string' ? { name } : {};
  const { language: _, ...added } = addLanguage({ ...anchor, language: base }, { role: anchor.role, ...known, traits, language });
  return { ...added, ...(anchor.language && { language: anchor.language }) };
}

const byLanguage = (text: Step['title'], base: string): Record<string, string> =>
  typeof text === 'string' ? { [base]: text } : text;

/** An act that is none after all has repeated no step: what came of it goes, and what the author wrote stays. */
function withoutAct({ draft, progress }: Translated, act: string, language: string): Translated {
  const { [act]: drafted, ...walked } = progress.walked;
  const rest = { walked, unmatched: progress.unmatched.filter((id) => id !== act) };
  const step = draft.guide.kind === 'walkthrough' && draft.guide.steps.find(({ id }) => id === drafted?.step);
  if (!step || !drafted) return { draft, progress: rest };
  const text = (key: 'title' | 'body'): Step['title'] =>
    byLanguage(step[key], draft.language)[language] === drafted[key]
      ? withoutLanguage(step[key], draft.language, language)
      : step[key];
  const { advance, anchor } = step;
  const without = (one: Anchor) => anchorWithoutLanguage(one, draft.language, language);
  const restored: Step = {
    ...step,
    title: text('title'),
    body: text('body'),
    ...(anchor && { anchor: without(anchor) }),
    ...(advance.on === 'drag' && advance.to && { advance: { ...advance, to: without(advance.to) } }),
  };
  return { draft: withStep(draft, restored), progress: rest };
}

function withoutLanguage(text: Step['title'], base: string, language: string): Step['title'] {
  const { [language]: _, ...others } = byLanguage(text, base);
  const languages = Object.keys(others);
  return languages.length === 1 && others[base] !== undefined ? others[base] : others;
}

function anchorWithoutLanguage({ name, translations, ...anchor }: Anchor, base: string, language: string): Anchor {
  const { [language]: _, ...others } = translations ?? {};
  return {
    ...anchor,
    ...(name !== undefined && { name: withoutLanguage(name, base, language) }),
    ...(Object.keys(others).length > 0 && { translations: others }),
  };
}

const withStep = (draft: StudioDraft, step: Step): StudioDraft =>
  draft.guide.kind === 'walkthrough'
    ? { ...draft, guide: { ...draft.guide, steps: draft.guide.steps.map((one) => (one.id === step.id ? step : one)) } }
    : draft;
