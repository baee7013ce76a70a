import type { Audience } from '../model/policy.ts';
import { type Settled, settledKey } from '../model/settled.ts';
import type { Stage } from '../model/stage.ts';
import { holdout, standing } from './share.ts';
import { firstRefusal, fits, type Judged, refuse, type Verdict } from './verdict.ts';

/** What this device knows of the person. It stays here: what is told to anyone is at most which guides were shown. */
export interface Person {
  audience: Audience;
  languages: readonly string[];
  /** The day as YYYY-MM-DD, local time. */
  today: string;
  /** By `pack/guide`. */
  settled: Readonly<Record<string, Settled>>;
  /** How far the person is with a task of a pack; undefined where tasks are not counted. */
  stage: (pack: string, task: string) => Stage | undefined;
  /** A random number of this install's own, as text. */
  install: string;
}

type Judge = (guide: Judged, person: Person) => Verdict;

/**
 * Is a guide for this person, today? The first rule that says no decides:
 *
 * | rule     | says no when                                                                                   |
 * |----------|------------------------------------------------------------------------------------------------|
 * | dates    | today is before `from` or after `until`                                                        |
 * | audience | the guide asks for an attribute that the policy gives no matching value of                      |
 * | language | none of the person's languages is one that the guide asks for                                  |
 * | stage    | the person is at another stage of the task, or tasks are not counted here                       |
 * | after    | one of the guides in `after` has not been seen, done or dismissed, as it asks                   |
 * | unless   | one of the guides in `unless` has                                                               |
 * | known    | the person has opened the guide that it announces                                               |
 * | share    | this install does not stand among the percent of installs that get it                           |
 * | holdout  | this install is of the 10 % that a notice is not shown to; one about safety, or of sample data, is |
 */
export function judgePerson(guide: Judged, person: Person): Verdict {
  return firstRefusal(judges.map((judge) => () => judge(guide, person)));
}

const dates: Judge = ({ from, until }, { today }) =>
  (from && today < from) || (until && today > until) ? refuse('dates', from ?? '…', until ?? '…') : fits;

const attributes = ['company', 'site', 'department', 'team', 'role'] as const;
const audience: Judge = ({ who }, { audience: own }) => {
  const strange = attributes.find((one) => who?.[one] && !(own[one] !== undefined && who[one].includes(own[one])));
  return strange ? refuse('audience', strange, who?.[strange]?.join(', ') ?? '', own[strange] ?? '–') : fits;
};

const language: Judge = ({ who }, { languages }) =>
  who?.language && !who.language.some((tag) => speaks(languages, tag)) ? refuse('language', who.language.join(', ')) : fits;

function speaks(languages: readonly string[], tag: string): boolean {
  const wanted = tag.toLowerCase();
  return languages.some((own) => own.toLowerCase() === wanted || own.toLowerCase().startsWith(`${wanted}-`));
}

const stage: Judge = (guide, person) => {
  if (!guide.stage) return fits;
  const { task, is } = guide.stage;
  const own = person.stage(guide.pack.id, task);
  return own && is.includes(own) ? fits : refuse('stage', task, is.join(', '), own ?? '–');
};

type Earlier = NonNullable<Judged['after']>[number];
const isSo = ({ pack }: Judged, { settled }: Person, { guide, was }: Earlier): boolean => {
  const known = settled[settledKey({ pack: pack.id, guide })];
  if (!known) return false;
  return was === 'done' ? known.done : was === 'dismissed' ? known.dismissed > 0 : known.seen === true || known.done;
};

const after: Judge = (guide, person) => {
  const missing = guide.after?.find((one) => !isSo(guide, person, one));
  return missing ? refuse('after', missing.guide, missing.was) : fits;
};
const unless: Judge = (guide, person) => {
  const met = guide.unless?.find((one) => isSo(guide, person, one));
  return met ? refuse('unless', met.guide, met.was) : fits;
};

const known: Judge = (guide, person) =>
  guide.announces && isSo(guide, person, { guide: guide.announces, was: 'seen' }) ? refuse('known', guide.announces) : fits;

const share: Judge = (guide, { install }) =>
  guide.share !== undefined && standing(install, keyOf(guide)) >= guide.share ? refuse('share', String(guide.share)) : fits;

const heldOut: Judge = (guide, { install }) =>
  guide.kind === 'notice' && !guide.safety && !guide.pack.sample && standing(install, `without/${keyOf(guide)}`) < holdout
    ? refuse('holdout', String(holdout))
    : fits;

const keyOf = ({ pack, id }: Judged): string => settledKey({ pack: pack.id, guide: id });
const judges: readonly Judge[] = [dates, audience, language, stage, after, unless, known, share, heldOut];
