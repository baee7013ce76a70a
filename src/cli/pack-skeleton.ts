/** A pack to begin with: a tip and a walkthrough whose controls are to be replaced by those of the app. */
export function smallestPack(app: string, language: string): object {
  return {
    $schema: './cairn-1.schema.json',
    format: 'cairn/1',
    id: `${app}-guides`,
    version: 1,
    app,
    title: `Guides for ${app}`,
    language,
    places: ['/'],
    guides: [
      {
        kind: 'tip',
        id: 'search',
        title: 'Search by part of a name',
        where: ['/'],
        anchor: { role: 'searchbox', name: 'Search' },
        body: 'Three letters are enough.',
      },
      {
        kind: 'walkthrough',
        id: 'first-steps',
        title: 'First steps',
        steps: [
          {
            id: 'begin',
            title: 'Begin',
            body: 'Click **New**.',
            at: '/',
            go: '/',
            anchor: { role: 'button', name: 'New' },
            advance: { on: 'click' },
          },
          { id: 'done', title: 'Done', body: 'That is all.' },
        ],
      },
    ],
  };
}

/** Steps of signing in to an app with a form of its own. */
export const signInSteps = {
  steps: [
    { fill: { role: 'textbox', name: 'User' }, with: { env: 'APP_USER' } },
    { fill: { role: 'textbox', name: 'Password' }, with: { env: 'APP_PASSWORD' } },
    { click: { role: 'button', name: 'Sign in' } },
  ],
};

/** What the folder is, and what to do with it. `workflow` is the path of the file that checks the pack, if there is one. */
export const readmeOf = (file: string, workflow: string | undefined): string => `# Guides

\`${file}\` is a pack for Cairn, which lays guidance over a web app. Replace its tip and its walkthrough by your own.

| file | what it is |
| --- | --- |
| \`${file}\` | the pack |
| \`cairn-1.schema.json\` | its schema: editors complete and check the pack by it |
| \`sign-in.json\` | how to sign in to the app before the pack is checked; values come from environment variables |
${workflow === undefined ? '' : `| \`${workflow}\` | checks the pack on every change and every night; its first lines say which variables to set |\n`}
## Commands

\`\`\`sh
cairn pack lint ${file}                                    # what does not fit the format or would confuse a reader
cairn pack try ${file} --app https://app.example.com/      # in a browser, unsigned
cairn pack check ${file} --app https://app.example.com/ --sign-in sign-in.json --do-risky   # every guide, against a test system
cairn pack draft ${file}                                   # send it to the hub, for review and publishing
\`\`\`
`;
