import type { ListState } from '../../kit/list/list-state.ts';
import type { DeskTexts } from '../../kit/texts/desk-texts.ts';
import type { DeskCommand } from '../../shell/commands/desk-command.ts';

interface ListCommandsDeps {
  list: ListState;
  texts: DeskTexts;
  /** Called after the active row has moved. */
  onMoved: () => void;
  onPeek: () => void;
  onSearch: () => void;
  onBack: () => void;
}

/** The keys of a list. */
export function listCommands({ list, texts, onMoved, onPeek, onSearch, onBack }: ListCommandsDeps): DeskCommand[] {
  const { acts } = texts.inbox;
  const hasRows = () => list.order.value.length > 0;
  const moving = (id: string, title: string, [keys, key, isExtending]: [string[], string, boolean?]): DeskCommand => ({
    ...{ id: `list.${id}`, title, group: 'list', keys, isKeyOnly: true, repeats: true, isEnabled: hasRows },
    run: () => {
      list.move(key, isExtending);
      onMoved();
    },
  });
  const withActive = (run: (id: string) => void) => () => {
    if (list.active.value !== null) run(list.active.value);
  };
  return [
    moving('next', acts.next, [['j', 'ArrowDown'], 'ArrowDown']),
    moving('previous', acts.previous, [['k', 'ArrowUp'], 'ArrowUp']),
    moving('first', acts.first, [['Home'], 'Home']),
    moving('last', acts.last, [['End'], 'End']),
    moving('extend-down', acts.extendDown, [['Shift+ArrowDown', 'Shift+J'], 'ArrowDown', true]),
    moving('extend-up', acts.extendUp, [['Shift+ArrowUp', 'Shift+K'], 'ArrowUp', true]),
    { id: 'list.peek', title: acts.peek, group: 'list', keys: ['Space'], isKeyOnly: true, isEnabled: hasRows, run: onPeek },
    {
      ...{ id: 'list.select', title: acts.select, group: 'list', keys: ['x'], isKeyOnly: true, isEnabled: hasRows },
      run: withActive(list.toggle),
    },
    {
      ...{ id: 'list.extend', title: acts.extendHere, group: 'list', keys: ['Shift+X'], isKeyOnly: true, isEnabled: hasRows },
      run: withActive(list.extend),
    },
    {
      ...{ id: 'list.select-all', title: acts.selectAll, group: 'list', keys: [], isEnabled: hasRows },
      run: () => list.select(list.order.value),
    },
    {
      ...{ id: 'list.select-none', title: acts.clearSelection, group: 'list', keys: [] },
      isEnabled: () => list.selection.value.ids.size > 0,
      run: () => list.select([]),
    },
    { id: 'list.search', title: acts.search, group: 'list', keys: ['/'], run: onSearch },
    { id: 'list.back', title: acts.back, group: 'list', keys: ['Escape'], isKeyOnly: true, run: onBack },
  ];
}
