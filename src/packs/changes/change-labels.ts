/** What the fields of a pack are called in a list of changes, as in "text of step 3 changed". */
const PACK_LABELS: Record<string, string> = {
  $schema: 'schema for editors',
  format: 'format',
  id: 'id of the pack',
  version: 'version',
  app: 'app',
  title: 'title of the pack',
  language: 'base language',
  sample: 'label as sample data',
  places: 'places of the app',
  theme: 'theme',
  tasks: 'tasks',
  guides: 'guides',
  words: 'words of the app',
  ignore: 'ignored friction',
};

const GUIDE_LABELS: Record<string, string> = {
  id: 'id',
  kind: 'kind of guide',
  title: 'title',
  where: 'places where it is shown',
  who: 'audience',
  from: 'first day',
  until: 'last day',
  priority: 'priority',
  requiresControl: 'control that has to be on the page',
  stage: 'stage of the people it is for',
  after: 'guides that have to come before it',
  unless: 'guides after which it is not shown',
  share: 'share of installs',
  credit: 'colleague who showed it',
  anchor: 'control',
  body: 'text',
  mark: 'mark on the control',
  opens: 'guide that it opens',
  as: 'shape',
  link: 'link',
  safety: 'label as a matter of safety',
  items: 'items',
  thanks: 'closing text',
  asks: 'question',
  to: 'feedback that it answers',
  for: 'people who see the reply',
  youSaid: '"You said"',
  weDid: '"We did"',
  steps: 'steps',
};

const PART_LABELS: Record<string, string> = {
  id: 'id',
  title: 'title',
  body: 'text',
  anchor: 'control',
  at: 'place',
  go: 'address that is offered',
  advance: 'completion',
  optional: 'optionality',
  revealedBy: 'step that makes its control appear',
  checks: 'checks',
  next: 'branches',
  wait: 'waiting time',
  fallbackBody: 'fallback text',
  do: 'automatic action',
  task: 'task',
  opens: 'walkthrough',
  link: 'link',
  start: 'start',
  finish: 'finish',
  abandon: 'places that abandon it',
};

const BY_OWNER = { pack: PACK_LABELS, guide: GUIDE_LABELS, part: PART_LABELS };

/** What a list of labels is for: the pack, a guide, or a part of one with an id of its own, such as a step. */
export type Owner = keyof typeof BY_OWNER;

/** What a field is called; its name if the table lacks it. */
export const labelOf = (owner: Owner, field: string): string =>
  Object.hasOwn(BY_OWNER[owner], field) ? BY_OWNER[owner][field]! : field;

/** Fields whose value is a text, in one or several languages. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set(['title', 'body', 'fallbackBody', 'thanks', 'youSaid', 'weDid']);

/** Fields whose value is the anchor of a control. */
export const CONTROL_FIELDS: ReadonlySet<string> = new Set(['anchor', 'requiresControl']);

/** Lists whose elements have ids, and what one element is called. */
export const ELEMENT_NAMES: Readonly<Record<string, string>> = { steps: 'step', items: 'item', tasks: 'task', guides: 'guide' };
