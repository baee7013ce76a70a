import type { InboxPage } from '../../../model/hub-api/inbox.ts';
import type { InboxAction } from '../../../model/hub-api/inbox-changes.ts';
import type { PickerOption } from '../../kit/picker/option-picker.tsx';
import { exactDay } from '../../kit/relative-day.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import { closeReasonsInOrder, settableStates } from './act-values.ts';

/** An act that asks for one more choice. */
export type ChoosingAct = 'assign' | 'state' | 'snooze' | 'close';

export interface ActOption extends PickerOption {
  action: InboxAction;
  /** What is announced and offered for undo, as in `2 items closed: Done`. */
  done: (items: string) => string;
}

interface ChoiceContext {
  people: InboxPage['people'];
  me: string | null;
  now: number;
  locale: string;
  texts: DeskTexts;
}

const DAY_MS = 86_400_000;

/** The UTC day so many days after now. */
const dayAfter = (now: number, days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

/** What can be chosen for an act. */
export function actOptions(act: ChoosingAct, { people, me, now, locale, texts: { inbox } }: ChoiceContext): ActOption[] {
  if (act === 'assign') {
    const named = people.map(({ id, name }) => ({ id, title: id === me ? inbox.me(name) : name, name }));
    return [...named, { id: 'nobody', title: inbox.nobody, name: inbox.nobody }].map(({ id, title, name }) => ({
      ...{ id, title, action: { do: 'assign', assignee: id === 'nobody' ? null : id } },
      done: (items) => inbox.done.assigned(items, name),
    }));
  }
  if (act === 'state')
    return settableStates.map((state) => ({
      ...{ id: state, title: inbox.itemStates[state], action: { do: 'state', state } },
      done: (items) => inbox.done.state(items, inbox.itemStates[state]),
    }));
  if (act === 'close')
    return closeReasonsInOrder.map((reason) => ({
      ...{ id: reason, title: inbox.closeReasons[reason], action: { do: 'close', reason } },
      done: (items) => inbox.done.closed(items, inbox.closeReasons[reason]),
    }));
  const { tomorrow, nextWeek, nextMonth } = inbox.snoozes;
  return (
    [
      [tomorrow, 1],
      [nextWeek, 7],
      [nextMonth, 30],
    ] as const
  ).map(([title, days]) => {
    const until = dayAfter(now, days);
    const day = exactDay(until, locale);
    return { id: until, title, note: day, action: { do: 'snooze', until }, done: (items) => inbox.done.snoozed(items, day) };
  });
}
