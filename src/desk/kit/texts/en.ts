/** The desk's texts in English: the catalogue that every other language follows. */
export const en = {
  commands: {
    palette: 'All commands',
    search: 'What do you want to do?',
    none: 'No command matches.',
    found: (count: number) => (count === 1 ? '1 command' : `${count} commands`),
    help: 'Keyboard shortcuts',
    close: 'Close',
    characters: 'Shortcuts of a single character',
    charactersOff: 'Turn off shortcuts of a single character',
    charactersOn: 'Turn on shortcuts of a single character',
    groups: { go: 'Go to', list: 'List', item: 'Item', desk: 'Desk' },
    goTo: (place: string) => `Go to ${place}`,
    signOut: 'Sign out',
  },
};
