import type { LedgerSummary } from '../messaging/ledger-messages.ts';
import type { AnswerEntry, Entry } from '../model/entry/entry.ts';
import { controlText } from '../runtime/control-text.ts';
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

/** Where it was recorded: the control by its name or its position, and the app. */
export function entryLocationText(entry: Entry, { t, summary }: EntryTextDeps): string {
  const app = summary.apps.find(({ id }) => id === entry.app)?.name ?? entry.app;
  const control = 'control' in entry ? entry.control : undefined;
  if (!control) return t('recordWhereApp', app);
  return t(
    control.masked ? 'recordWhereMasked' : control.nameIncluded ? 'recordWhereIncluded' : 'recordWhere',
    controlText(control, t),
    app,
  );
}

/** The message that explains the fingerprint of a control's name, if the record has one. */
export function nameCodeKey(entry: Entry): 'recordNameCode' | 'recordNameKnown' | undefined {
  const control = 'control' in entry ? entry.control : undefined;
  if (control?.fingerprint === undefined) return undefined;
  return control.name === undefined ? 'recordNameCode' : 'recordNameKnown';
}
