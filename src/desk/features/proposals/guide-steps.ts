/** A step of a proposed guide in words. */
export interface StepInWords {
  id: string;
  title: string;
  body: string;
  /** The control that it is about, as in `button “Save”`. */
  control: string | null;
  /** What completes it. */
  completedBy: string | null;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The wording of a text of a pack in a language, or in the first that it has. */
function wordingOf(text: unknown, language: string): string {
  if (typeof text === 'string') return text;
  if (!isObject(text)) return '';
  const wording = Object.hasOwn(text, language) ? text[language] : Object.values(text)[0];
  return typeof wording === 'string' ? wording : '';
}

/** The steps of a walkthrough, or the one text of a tip. The hub has judged the guide by the pack format. */
export function guideSteps(guide: Json, language: string): StepInWords[] {
  if (guide.kind === 'tip') return [stepInWords({ ...guide, advance: undefined }, language)];
  const steps = Array.isArray(guide.steps) ? guide.steps : [];
  return steps.filter(isObject).map((step) => stepInWords(step, language));
}

function stepInWords({ id, title, body, anchor, advance }: Json, language: string): StepInWords {
  return {
    id: String(id),
    title: wordingOf(title, language),
    body: wordingOf(body, language),
    control: isObject(anchor) ? controlInWords(anchor, language) : null,
    completedBy: isObject(advance) && typeof advance.on === 'string' ? advance.on : null,
  };
}

function controlInWords({ role, name }: Json, language: string): string {
  const wording = wordingOf(name, language);
  const what = typeof role === 'string' ? role : 'control';
  return wording ? `${what} “${wording}”` : `${what} without a name that is known`;
}
