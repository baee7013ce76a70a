/** The tables of docs/run/real-apps.md. The first `keys` columns say what a row is about. */
export const tables = {
  seen: {
    heading: 'Tips, walkthroughs, feedback',
    about:
      'A card stands beside its control if it is within 30 pixels of it, covers no part of it and is whole in the window. Walkthroughs are walked to the\nreal outcome: the order is open, the account is there.',
    columns: ['app', 'what', 'Chromium', 'Firefox'],
    keys: 2,
  },
  colleague: {
    heading: 'Shown by a champion, followed by a colleague',
    about:
      'A champion records the task and proposes it, an author edits it, somebody else approves and releases it, and a colleague follows it to its\nreal outcome with the card beside each control and sees whose way it is. Then the app is served as its next release would be, and\n`cairn pack check`, which uses Chromium for both columns, names the control that is no more what it was. A cell says how far the last run came\nwithin eight minutes: “followed to the end” was not checked any more.',
    columns: ['app', 'task', 'Chromium', 'Firefox'],
    keys: 2,
  },
  locator: {
    heading: 'Controls found again',
    about:
      'Controls recorded over the pages of each app, then looked for with what was recorded and no help. Wrong means that another control was\ngiven: that must never be. Gone means that the app does not show it then, as in a narrow window: nothing should be given.\nWhat a narrow window shows in its place counts as found if it does the very same: a link of the same words and address, a button that sends the\nsame form and adds nothing.',
    columns: ['app', 'after', 'recorded', 'found', 'not found', 'gone, and nothing given', 'wrong'],
    keys: 2,
  },
  friction: {
    heading: 'Friction where there is none',
    about:
      'The tasks of each app done without trouble at human pace, 150 to 400 ms between acts, with friction noticed. Whatever is told then should\nnot be, except that an answer was slow: a busy machine is.',
    columns: ['app', 'tasks', 'acts', 'false', 'which, and why'],
    keys: 1,
  },
} as const;
export type TableName = keyof typeof tables;
