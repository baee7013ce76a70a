import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { Control } from '../model/entry/control.ts';
import type { AnswerEntry, Entry } from '../model/entry/entry.ts';
import { type Translate, underscored } from '../runtime/translate.ts';

interface EntryTextDeps {
  t: Translate;
  summary: Pick<LedgerSummary, 'apps' | 'titles'>;
}

/** What was recorded, in a sentence. */
export function entryText(entry: Entry, { t, summary }: EntryTextDeps): string {
  const titled = (pack: string, id: string) => summary.titles[`${pack}/${id}`]?.text ?? id;
  switch (entry.kind) {
    case 'feedback':
      return t('recordFeedback', t(`choice_${entry.choice}`));
    case 'words':
      return t('recordWords', entry.words);
    case 'answer':
      return t('recordAnswer', titled(entry.about.pack, entry.about.guide), answerText(entry, t));
    case 'guide':
      return t(`guide_${entry.what}`, titled(entry.about.pack, entry.about.guide));
    case 'friction':
      return t(`signal_${underscored(entry.signal)}`);
    case 'task':
      return t(`task_${entry.what}`, titled(entry.pack, entry.task));
  }
}

function answerText({ answer }: AnswerEntry, t: Translate): string {
  if (answer.what === 'words') return answer.words;
  return answer.what === 'choice' ? answer.option : t('answerScale', String(answer.capabilities), String(answer.ease));
}

/** Where it was recorded: the control, its name unless masked, and the app. */
export function entryLocationText(entry: Entry, { t, summary }: EntryTextDeps): string {
  const app = summary.apps.find(({ id }) => id === entry.app)?.name ?? entry.app;
  const control = 'control' in entry ? entry.control : undefined;
  if (!control) return t('recordWhereApp', app);
  const role = roleText(control, t);
  return control.name ? t('recordWhere', role, control.name, app) : t('recordWhereMasked', role, app);
}

type RoleKey = 'button' | 'link' | 'textbox' | 'searchbox' | 'checkbox' | 'listbox' | 'tab' | 'menuitem' | 'control';

/** Message of a role; several roles share one. */
const ROLE_KEYS = new Map<string, RoleKey>(
  Object.entries({
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
  } satisfies Record<string, RoleKey>),
);

const roleText = ({ role }: Control, t: Translate): string => t(`role_${ROLE_KEYS.get(role) ?? 'control'}`);

/** The message that explains the fingerprint of a control's name, if the record has one. */
export function nameCodeKey(entry: Entry): 'recordNameCode' | 'recordNameKnown' | undefined {
  const control = 'control' in entry ? entry.control : undefined;
  if (control?.fingerprint === undefined) return undefined;
  return control.name === undefined ? 'recordNameCode' : 'recordNameKnown';
}
