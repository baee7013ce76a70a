import type { BrowserContext, Page } from 'playwright-core';
import type { RecordedStep } from './judge-steps.ts';
import type { OpenSample, Recording } from './recording.ts';
import type { SampleAct } from './sample-act.ts';

/** An action of Playwright's recorder, as far as it is read here. */
interface PeerAction {
  name: string;
  selector?: string;
  button?: string;
  clickCount?: number;
}
/** Not part of the published interface, and absent in other versions. */
interface InternalContext {
  _startRecording?: (
    options: object,
    sink: { actionAdded: (page: Page, event: PeerAction) => void; actionUpdated: (page: Page, event: PeerAction) => void },
  ) => Promise<void>;
}

const IGNORED = /^(openPage|closePage|navigate)$/;
const KINDS: Readonly<Record<string, RecordedStep['kind']>> = {
  ...{ click: 'click', fill: 'input', check: 'check', uncheck: 'check', select: 'choose', press: 'press-key' },
  ...{ setInputFiles: 'file', hover: 'hover' },
};

/** Playwright's own recorder; undefined where this version has none. */
export async function recordWithPlaywright(open: OpenSample, sample: SampleAct): Promise<Recording | undefined> {
  const actions: PeerAction[] = [];
  let isThere = true;
  let steps: RecordedStep[] = [];
  const add = (_: Page, action: PeerAction) => void actions.push(action);
  const update = (_: Page, action: PeerAction) => void actions.splice(Math.max(0, actions.length - 1), 1, action);
  await open(
    sample,
    async (context: BrowserContext) => {
      const internal = context as unknown as InternalContext;
      isThere = typeof internal._startRecording === 'function';
      await internal._startRecording?.({ language: 'javascript' }, { actionAdded: add, actionUpdated: update });
    },
    async (page) => {
      steps = await Promise.all(actions.filter(({ name }) => !IGNORED.test(name)).map((action) => stepOf(page, action, sample)));
    },
  );
  if (!isThere) return undefined;
  const own = JSON.stringify(actions.filter(({ name }) => !IGNORED.test(name)));
  return { steps, stored: own, reported: own, missed: 0 };
}

/** What its selector finds now; where the element has gone by then, it is taken to be the one that was meant. */
async function stepOf(page: Page, action: PeerAction, { steps, marks = {} }: SampleAct): Promise<RecordedStep> {
  const kind =
    action.name === 'click' && action.button === 'right'
      ? 'context-menu'
      : action.name === 'click' && (action.clickCount ?? 1) > 1
        ? 'double-click'
        : (KINDS[action.name] ?? 'other');
  const found = await page
    .locator(action.selector ?? 'html')
    .evaluateAll((elements, known) => {
      const idsOf = (one: Element | null) =>
        one ? [...(one.id ? [one.id] : []), ...known.flatMap(([id, selector]) => (one.matches(selector) ? id : []))] : [];
      return elements.flatMap((one) => [...idsOf(one), ...idsOf(one.parentElement)]);
    }, Object.entries(marks))
    .catch(() => []);
  const state = action.name === 'check' ? 'on' : action.name === 'uncheck' ? 'off' : undefined;
  return { kind, found: found.length ? found : steps.map(({ on }) => on), state };
}
