import type { ChecklistItem } from './checklist.ts';
import type { Guide } from './guide.ts';
import type { Notice } from './notice.ts';
import type { Task } from './task.ts';

interface Made {
  guides: readonly Guide[];
  tasks?: readonly Task[] | undefined;
}
/** Where in the guide, and what is wrong there. */
type Wrong = [PropertyKey[], string];

/** What a guide leads to and the pack does not have; and what leads to two places, or to none. */
export function leadsNowhere(guide: Guide, made: Made): Wrong[] {
  if (guide.kind === 'walkthrough' || guide.kind === 'question') return [];
  if (guide.kind === 'checklist') return guide.items.flatMap((item, at) => ofItem(item, made, ['items', at]));
  const two: Wrong[] =
    guide.kind !== 'tip' && guide.opens && guide.link ? [[['link'], 'is one too many beside "opens": give one of the two']] : [];
  const whose: Wrong[] =
    guide.kind === 'reply' && !guide.to.feedback && !guide.to.route ? [[['to'], 'must name feedback by id, or a route']] : [];
  return [
    ...noWalkthrough(guide.opens, made, []),
    ...(guide.kind === 'notice' ? ofAnnouncement(guide, made) : []),
    ...two,
    ...whose,
  ];
}

function ofAnnouncement({ announces, opens, link }: Notice, { guides }: Made): Wrong[] {
  if (announces === undefined) return [];
  const isThere = guides.some(({ kind, id }) => (kind === 'walkthrough' || kind === 'checklist') && id === announces);
  const two: Wrong[] = opens || link ? [[['announces'], 'leads on by itself: leave out "opens" and "link" beside it']] : [];
  return isThere ? two : [[['announces'], `names no walkthrough or checklist of this pack: "${announces}"`], ...two];
}

function ofItem({ task, opens, link }: ChecklistItem, made: Made, path: PropertyKey[]): Wrong[] {
  if (!task && !opens && !link) return [[path, 'must have a task, a walkthrough in "opens", or a link: it could never be done']];
  const noTask = task !== undefined && !made.tasks?.some(({ id }) => id === task);
  return [
    ...noWalkthrough(opens, made, path),
    ...(noTask ? [[[...path, 'task'], `names no task of this pack: "${task}"`] satisfies Wrong] : []),
    ...(opens && link ? [[[...path, 'link'], 'is one too many beside "opens": give one of the two'] satisfies Wrong] : []),
  ];
}

const noWalkthrough = (opens: string | undefined, { guides }: Made, path: PropertyKey[]): Wrong[] =>
  opens === undefined || guides.some(({ kind, id }) => kind === 'walkthrough' && id === opens)
    ? []
    : [[[...path, 'opens'], `names no walkthrough of this pack: "${opens}"`]];
