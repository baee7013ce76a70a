import type { AppJourney } from '../app-journey.ts';
import type { Visit } from '../real-app.ts';
import { recipe } from './recipe.ts';

const css = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`;
const owner = `document.querySelector('select[name=Owner]')?.closest('.bootstrap-select')`;

export const controls = {
  user: css('input[name=user]'),
  create: `[...document.querySelectorAll('form[action*="/Ticket/Create"] input[type=submit], #create-ticket-form input[type=submit], #topnavigation + * input[type=submit], #quick input[type=submit]')].find((button) => button.offsetWidth > 0) ?? null`,
  find: css('input[name=q]'),
  subject: css('#ticket-create input[name=Subject], form[name=TicketCreate] input[name=Subject]'),
  owner: `(${owner}?.querySelector('button.dropdown-toggle') ?? null)`,
  bob: `([...(${owner}?.querySelectorAll('.dropdown-item') ?? [])].find((item) => /^bob/.test(item.innerText.trim())) ?? null)`,
  send: `[...document.querySelectorAll('[name=SubmitTicket]')].find((button) => button.offsetWidth > 0) ?? null`,
  actions: css('#page-actions'),
};

async function signIn(visit: Visit): Promise<void> {
  await visit.press(controls.user);
  await visit.type('root');
  await visit.key('Tab');
  await visit.type('password');
  await visit.key('Enter');
  await visit.box(controls.find);
}

async function open(visit: Visit, path: string): Promise<void> {
  await visit.go(path);
  await visit.box(`document.querySelector('input[name=user], input[name=q]')`);
  if (await visit.asks<boolean>(`${controls.user} !== null`)) await signIn(visit);
}

export const journey: AppJourney = {
  name: 'rt5',
  recipe,
  languages: ['en', 'de'],
  enter: async (visit) => {
    await open(visit, '/');
    await visit.box(controls.create);
  },
  endSession: (visit) => visit.go('/NoAuth/Logout.html'),
  signIn,
  tips: [
    { id: 'search', reach: async () => {}, control: controls.find },
    { id: 'new-ticket', reach: async () => {}, control: controls.create },
  ],
  walk: {
    id: 'ticket-for-bob',
    steps: [
      { id: 'new', control: controls.create, act: (visit) => visit.press(controls.create) },
      {
        id: 'subject',
        control: controls.subject,
        act: async (visit) => {
          await visit.press(controls.subject);
          await visit.type('Scanner on the second floor is offline');
          await visit.key('Tab');
        },
      },
      {
        id: 'owner',
        control: controls.owner,
        act: async (visit) => {
          await visit.press(controls.owner);
          await visit.press(controls.bob);
        },
      },
      { id: 'send', control: controls.send, act: (visit) => visit.press(controls.send) },
      { id: 'actions', control: controls.actions },
    ],
    outcome: `location.pathname === '/Ticket/Display.html' && /bob/.test(document.querySelector('.owner .value, .owner')?.innerText ?? '')`,
  },
  controls: {
    pages: [
      { reach: (visit) => open(visit, '/'), many: 12 },
      { reach: (visit) => open(visit, '/Search/Simple.html'), many: 8 },
      { reach: (visit) => open(visit, '/User/Prefs.html'), many: 10 },
    ],
    passing: 'cke_|javascript|\\\\d{4,}',
  },
  tasks: [
    {
      task: 'create a ticket for bob',
      act: async (visit) => {
        await visit.press(controls.create);
        await visit.press(controls.subject);
        await visit.type('Scanner on the second floor is offline');
        await visit.press(controls.owner);
        await visit.press(controls.bob);
        await visit.press(controls.send);
        await visit.box(controls.actions);
      },
    },
    {
      task: 'resolve it',
      act: async (visit) => {
        await visit.press(controls.actions);
        await visit.press(css('#page-actions-resolve'));
        await visit.press(controls.send);
        await visit.box(controls.actions);
      },
    },
    {
      task: 'search for tickets',
      act: async (visit) => {
        await visit.press(controls.find);
        await visit.type('Projector');
        await visit.key('Enter');
        await visit.box(css('table.ticket-list, table.collection-as-table'));
      },
    },
  ],
  explained: {},
  interruptions: {
    new: ['reload'],
    subject: ['back'],
    owner: ['worker stopped', 'control missing'],
    send: ['second tab'],
    actions: ['session over'],
  },
};
