import type { LedgerStanding } from '../messaging/ledger-messages.ts';
import type { Control } from '../model/control.ts';
import type { AnswerEntry, Entry } from '../model/entry.ts';
import type { Say } from '../runtime/say.ts';

export interface Wording {
  say: Say;
  standing: Pick<LedgerStanding, 'apps' | 'titles'>;
}

/** What was recorded, in a sentence. */
export function sayWhat(entry: Entry, { say, standing }: Wording): string {
  const titled = (pack: string, id: string) => standing.titles[`${pack}/${id}`]?.words ?? id;
  switch (entry.kind) {
    case 'feedback':
      return say('recordFeedback', say(`choice_${entry.choice}`));
    case 'words':
      return say('recordWords', entry.words);
    case 'answer':
      return say('recordAnswer', titled(entry.about.pack, entry.about.guide), sayAnswer(entry, say));
    case 'guide':
      return say(`guide_${entry.what}`, titled(entry.about.pack, entry.about.guide));
    case 'friction':
      return say(`signal_${entry.signal.replaceAll('-', '_')}`);
    case 'task':
      return say(`task_${entry.what}`, titled(entry.pack, entry.task));
  }
}

function sayAnswer({ answer }: AnswerEntry, say: Say): string {
  if (answer.what === 'words') return answer.words;
  return answer.what === 'choice' ? answer.option : say('answerScale', String(answer.capabilities), String(answer.ease));
}

/** Where it was recorded: the control, its name if that was not withheld, and the app. */
export function sayWhere(entry: Entry, { say, standing }: Wording): string {
  const app = standing.apps.find(({ id }) => id === entry.app)?.name ?? entry.app;
  const control = 'control' in entry ? entry.control : undefined;
  if (!control) return say('recordWhereApp', app);
  const role = sayRole(control, say);
  return control.name ? say('recordWhere', role, control.name, app) : say('recordWhereMasked', role, app);
}

/** Roles that have a word of their own, and those that share one. */
const roles: Record<string, string> = {
  button: 'button',
  link: 'link',
  textbox: 'textbox',
  spinbutton: 'textbox',
  searchbox: 'searchbox',
  checkbox: 'checkbox',
  switch: 'checkbox',
  radio: 'checkbox',
  combobox: 'listbox',
  listbox: 'listbox',
  option: 'listbox',
  tab: 'tab',
  menuitem: 'menuitem',
};

const sayRole = ({ role }: Control, say: Say): string => say(`role_${roles[role] ?? 'other'}`);
