import type { Fault } from '../model/fault/fault.ts';
import { issueFaults } from '../model/fault/issue-faults.ts';
import { memberOf } from '../model/fault/schema-at.ts';
import { type Walkthrough, walkthrough } from '../model/pack/guide.ts';
import { readSteps } from './read-steps.ts';
import { CUSTOM, type DevtoolsRecording, recording } from './recording-schema.ts';

export type ImportResult =
  | {
      ok: true;
      guide: Walkthrough;
      /** What of the recording is not in the guide, and what its author should look at: one sentence each. */
      losses: string[];
    }
  | { ok: false; why: Fault[] };

const MAX_STEPS = 50;
const MAX_TEXT = 2_000_000;

/**
 * Reads a recording of Chrome's developer tools as a walkthrough, with instructions in that language. What was typed or chosen is not taken
 * over. A recording that was made of a walkthrough gives that walkthrough again.
 */
export function importRecording(text: string, language: string): ImportResult {
  const document = parseJson(text);
  if (document === undefined) return { ok: false, why: [NO_JSON] };
  const parsed = recording.safeParse(document);
  if (!parsed.success) return { ok: false, why: issueFaults(recording, document, parsed.error) };
  const read = readSteps(parsed.data, language);
  if (!read.ok) return read;
  const { steps, losses } = read;
  if (steps.length === 0) return { ok: false, why: [NO_STEP] };
  const written = { ...headOf(parsed.data), steps: steps.slice(0, MAX_STEPS) };
  const judged = walkthrough.safeParse(written);
  if (!judged.success) return { ok: false, why: issueFaults(walkthrough, written, judged.error) };
  const tooMany = steps.length - MAX_STEPS;
  return {
    ok: true,
    guide: judged.data,
    losses: tooMany > 0 ? [...losses, `The last ${tooMany} steps: a walkthrough has at most 50.`] : losses,
  };
}

const NO_JSON: Fault = {
  path: '',
  reason: 'is no JSON, or longer than two million characters',
  remedy: 'Choose the file that the Recorder panel exports as JSON.',
};
const NO_STEP: Fault = {
  path: 'steps',
  reason: 'has nothing that a person does on a page',
  remedy: 'Record at least one click or one entry.',
};

function parseJson(text: string): unknown {
  if (text.length > MAX_TEXT) return undefined;
  try {
    return JSON.parse(text) ?? null;
  } catch {
    return undefined;
  }
}

/** Everything of a walkthrough but its steps: what it had before it became a recording, or the title of the recording. */
function headOf({ title, steps }: DevtoolsRecording): object {
  const carried = steps.find(({ type, name }) => type === 'customStep' && name === CUSTOM.guide)?.parameters;
  const head = memberOf(carried, 'guide');
  return { ...(typeof head === 'object' ? head : { id: 'imported', title: title.slice(0, 120) }), kind: 'walkthrough' };
}
