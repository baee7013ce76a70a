import type { ChecklistItem } from './checklist.ts';
import type { Guide } from './guide.ts';
import type { Reply } from './reply.ts';
import type { Task } from './task.ts';

interface PackContents {
  guides: readonly Guide[];
  tasks?: readonly Task[] | undefined;
}
/** Path in the guide, and what is wrong there. */
type LinkFault = [PropertyKey[], string];

/** References of a guide to guides and tasks that its pack does not have, and fields that compete or are missing. */
export function findBrokenLinks(guide: Guide, contents: PackContents): LinkFault[] {
  switch (guide.kind) {
    case 'walkthrough':
    case 'question':
      return [];
    case 'checklist':
      return guide.items.flatMap((item, index) => checkItem(item, contents, ['items', index]));
    case 'tip':
      return unknownTarget(guide.opens, contents, ['walkthrough']);
    case 'notice':
      return [...unknownTarget(guide.opens, contents, ['walkthrough', 'checklist']), ...competingLink(guide)];
    case 'reply':
      return [...unknownTarget(guide.opens, contents, ['walkthrough']), ...competingLink(guide), ...missingFeedback(guide)];
  }
}

const missingFeedback = ({ to }: Reply): LinkFault[] =>
  to.feedback || to.route ? [] : [[['to'], 'must name feedback by id, or a route']];

const competingLink = (one: { opens?: string | undefined; link?: unknown }, path: PropertyKey[] = []): LinkFault[] =>
  one.opens && one.link ? [[[...path, 'link'], 'is one too many beside "opens": give one of the two']] : [];

function checkItem(item: ChecklistItem, contents: PackContents, path: PropertyKey[]): LinkFault[] {
  const { task, opens, link } = item;
  if (!task && !opens && !link) return [[path, 'must have a task, a walkthrough in "opens", or a link: it could never be done']];
  const isUnknownTask = task !== undefined && !contents.tasks?.some(({ id }) => id === task);
  return [
    ...unknownTarget(opens, contents, ['walkthrough'], path),
    ...(isUnknownTask ? [[[...path, 'task'], `names no task of this pack: "${task}"`] satisfies LinkFault] : []),
    ...competingLink(item, path),
  ];
}

function unknownTarget(
  opens: string | undefined,
  { guides }: PackContents,
  kinds: readonly Guide['kind'][],
  path: PropertyKey[] = [],
): LinkFault[] {
  if (opens === undefined || guides.some(({ kind, id }) => kinds.includes(kind) && id === opens)) return [];
  return [[[...path, 'opens'], `names no ${kinds.join(' or ')} of this pack: "${opens}"`]];
}
