import type { ChecklistItem } from './checklist.ts';
import type { Guide } from './guide.ts';
import type { Notice } from './notice.ts';
import type { Task } from './task.ts';

interface PackContents {
  guides: readonly Guide[];
  tasks?: readonly Task[] | undefined;
}
/** Where in the guide, and what is wrong there. */
type LinkFault = [PropertyKey[], string];

/** What a guide leads to and the pack does not have; and what leads to two places, or to none. */
export function findBrokenLinks(guide: Guide, contents: PackContents): LinkFault[] {
  if (guide.kind === 'walkthrough' || guide.kind === 'question') return [];
  if (guide.kind === 'checklist') return guide.items.flatMap((item, at) => checkItem(item, contents, ['items', at]));
  const competing: LinkFault[] =
    guide.kind !== 'tip' && guide.opens && guide.link ? [[['link'], 'is one too many beside "opens": give one of the two']] : [];
  const missingTarget: LinkFault[] =
    guide.kind === 'reply' && !guide.to.feedback && !guide.to.route ? [[['to'], 'must name feedback by id, or a route']] : [];
  return [
    ...unknownWalkthrough(guide.opens, contents, []),
    ...(guide.kind === 'notice' ? checkAnnouncement(guide, contents) : []),
    ...competing,
    ...missingTarget,
  ];
}

function checkAnnouncement({ announces, opens, link }: Notice, { guides }: PackContents): LinkFault[] {
  if (announces === undefined) return [];
  const isThere = guides.some(({ kind, id }) => (kind === 'walkthrough' || kind === 'checklist') && id === announces);
  const competing: LinkFault[] =
    opens || link ? [[['announces'], 'leads on by itself: leave out "opens" and "link" beside it']] : [];
  return isThere ? competing : [[['announces'], `names no walkthrough or checklist of this pack: "${announces}"`], ...competing];
}

function checkItem({ task, opens, link }: ChecklistItem, contents: PackContents, path: PropertyKey[]): LinkFault[] {
  if (!task && !opens && !link) return [[path, 'must have a task, a walkthrough in "opens", or a link: it could never be done']];
  const isUnknownTask = task !== undefined && !contents.tasks?.some(({ id }) => id === task);
  return [
    ...unknownWalkthrough(opens, contents, path),
    ...(isUnknownTask ? [[[...path, 'task'], `names no task of this pack: "${task}"`] satisfies LinkFault] : []),
    ...(opens && link ? [[[...path, 'link'], 'is one too many beside "opens": give one of the two'] satisfies LinkFault] : []),
  ];
}

const unknownWalkthrough = (opens: string | undefined, { guides }: PackContents, path: PropertyKey[]): LinkFault[] =>
  opens === undefined || guides.some(({ kind, id }) => kind === 'walkthrough' && id === opens)
    ? []
    : [[[...path, 'opens'], `names no walkthrough of this pack: "${opens}"`]];
