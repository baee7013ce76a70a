/** A step of a proposed guide in words. */
export interface StepInWords {
  id: string;
  title: string;
  /** Null where it says no more than the title. */
  body: string | null;
  /** The control that it is about, as in `button “Save”`. */
  control: string | null;
  /** What completes it; null where the person says so by Next. */
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

/** By what the person does, or the page. */
const COMPLETIONS = new Map<unknown, string>([
  ['click', 'a click'],
  ['double-click', 'a double click'],
  ['input', 'filling it in'],
  ['choose', 'a choice'],
  ['drag', 'dragging it'],
  ['file', 'a file that is chosen'],
  ['hover', 'pointing at it'],
  ['place', 'arriving at the next page'],
  ['appears', 'a control that appears'],
  ['disappears', 'a control that disappears'],
]);

function stepInWords({ id, title, body, anchor, advance }: Json, language: string): StepInWords {
  const [heading, text] = [wordingOf(title, language), readingOf(wordingOf(body, language))];
  return {
    id: String(id),
    title: heading,
    body: withoutFullStop(text) === withoutFullStop(heading) ? null : text,
    control: isObject(anchor) ? controlInWords(anchor, language) : null,
    completedBy: (isObject(advance) && COMPLETIONS.get(advance.on)) || null,
  };
}

const withoutFullStop = (text: string): string => text.trim().replace(/[.。]$/, '');

/** Markdown as it reads, without the marks of emphasis and the backslashes before single characters. */
const readingOf = (markdown: string): string =>
  markdown.replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gs, '$2').replace(/\\([\\`*_{}[\]()#+\-.!<>|~&])/g, '$1');

function controlInWords({ role, name }: Json, language: string): string {
  const wording = wordingOf(name, language);
  const what = typeof role === 'string' ? role : 'control';
  return wording ? `${what} “${wording}”` : `${what} without a name that is known`;
}
