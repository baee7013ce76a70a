import { guideKey } from '../model/pack/guide-key.ts';
import type { Stage } from '../model/pack/stage.ts';
import type { GuideHistory } from '../model/person/guide-history.ts';
import type { Audience } from '../model/policy/policy.ts';
import { offeredBy } from './judge-opened-guide.ts';
import { HOLDOUT_PERCENT, sharePosition } from './share.ts';
import { firstRefusal, fits, refuse, type TargetedGuide, type TargetingVerdict } from './verdict.ts';

/** What this device knows about the person. It is sent to nobody; at most it shows in which guides were shown. */
export interface Person {
  audience: Audience;
  languages: readonly string[];
  /** The day as YYYY-MM-DD, local time. */
  today: string;
  /** By `pack/guide`. */
  guideHistories: Readonly<Record<string, GuideHistory>>;
  /** How far the person is with a task of a pack; undefined where tasks are not counted. */
  stage: (pack: string, task: string) => Stage | undefined;
  /** A random number of this install's own, as text. */
  install: string;
}

type Judge = (guide: TargetedGuide, person: Person) => TargetingVerdict;

/**
 * Is a guide for this person, today? The first rule that says no decides:
 *
 * | rule     | says no when                                                                                   |
 * |----------|------------------------------------------------------------------------------------------------|
 * | dates    | today is before `from` or after `until`                                                        |
 * | audience | the guide asks for an attribute that the policy gives no matching value of                      |
 * | language | none of the person's languages is one that the guide asks for                                  |
 * | stage    | the person is at another stage of the task, or tasks are not counted here                       |
 * | after    | one of the guides in `after` has not been seen, done or dismissed, as required                   |
 * | unless   | one of the guides in `unless` has                                                               |
 * | known    | the person has opened the guide that the notice offers                                          |
 * | share    | this install is not among the percent of installs that get it                            |
 * | holdout  | this install is of the 10 % that a notice is not shown to; one about safety, or of sample data, is |
 */
export function judgePerson(guide: TargetedGuide, person: Person): TargetingVerdict {
  return firstRefusal(judges.map((judge) => () => judge(guide, person)));
}

const dates: Judge = ({ from, until }, { today }) =>
  (from && today < from) || (until && today > until) ? refuse('dates', from ?? '…', until ?? '…') : fits;

const attributes = ['company', 'site', 'department', 'team', 'role'] as const;
const audience: Judge = ({ who }, { audience: own }) => {
  const mismatch = attributes.find((one) => who?.[one] && !(own[one] !== undefined && who[one].includes(own[one])));
  return mismatch ? refuse('audience', mismatch, who?.[mismatch]?.join(', ') ?? '', own[mismatch] ?? '–') : fits;
};

const language: Judge = ({ who }, { languages }) =>
  who?.language && !who.language.some((tag) => includesLanguage(languages, tag))
    ? refuse('language', who.language.join(', '))
    : fits;

function includesLanguage(languages: readonly string[], tag: string): boolean {
  const wanted = tag.toLowerCase();
  return languages.some((own) => own.toLowerCase() === wanted || own.toLowerCase().startsWith(`${wanted}-`));
}

const stage: Judge = (guide, person) => {
  if (!guide.stage) return fits;
  const { task, is } = guide.stage;
  const own = person.stage(guide.pack.id, task);
  return own && is.includes(own) ? fits : refuse('stage', task, is.join(', '), own ?? '–');
};

type GuidePrecondition = NonNullable<TargetedGuide['after']>[number];
const isInState = ({ pack }: TargetedGuide, { guideHistories }: Person, { guide, state }: GuidePrecondition): boolean => {
  const known = guideHistories[guideKey({ pack: pack.id, guide })];
  if (!known) return false;
  return state === 'done' ? known.done : state === 'dismissed' ? known.dismissed > 0 : known.shown === true || known.done;
};

const after: Judge = (guide, person) => {
  const missing = guide.after?.find((one) => !isInState(guide, person, one));
  return missing ? refuse('after', missing.guide, missing.state) : fits;
};
const unless: Judge = (guide, person) => {
  const excluding = guide.unless?.find((one) => isInState(guide, person, one));
  return excluding ? refuse('unless', excluding.guide, excluding.state) : fits;
};

const known: Judge = (guide, person) => {
  const offered = offeredBy(guide);
  return offered && isInState(guide, person, { guide: offered, state: 'seen' }) ? refuse('known', offered) : fits;
};

const share: Judge = (guide, { install }) =>
  guide.share !== undefined && sharePosition(install, keyOf(guide)) >= guide.share ? refuse('share', String(guide.share)) : fits;

const holdoutJudge: Judge = (guide, { install }) =>
  guide.kind === 'notice' &&
  !guide.safety &&
  !guide.pack.sample &&
  sharePosition(install, `without/${keyOf(guide)}`) < HOLDOUT_PERCENT
    ? refuse('holdout', String(HOLDOUT_PERCENT))
    : fits;

const keyOf = ({ pack, id }: TargetedGuide): string => guideKey({ pack: pack.id, guide: id });
const judges: readonly Judge[] = [dates, audience, language, stage, after, unless, known, share, holdoutJudge];
