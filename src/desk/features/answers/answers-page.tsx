import { useEffect } from 'preact/hooks';
import type { AnsweredQuestion, AnswersPage as AnswersResponse } from '../../../model/hub-api/answer-figures.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { RetryScreen } from '../../kit/retry-screen.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { AnswerFigureView } from './answer-figure-view.tsx';
import { useAnswers } from './use-answers.ts';

/** The questions of packs, each with its figure if enough people answered. */
export function AnswersPage(desk: DeskDeps) {
  const { answers, texts, mayReadTexts, failure, reload } = useAnswers(desk);
  const wordsOf = ({ pack, guide }: AnsweredQuestion) =>
    texts.value?.questions.find((one) => one.pack === pack && one.guide === guide)?.words ?? [];
  useEffect(() => {
    document.title = 'Answers · Cairn desk';
  }, []);
  if (failure.value?.kind === 'unavailable') return <RetryScreen failure={failure.value} retry={reload} />;
  return (
    <>
      <h1>Answers</h1>
      <p class="quiet answers-note">
        Counted once a week, up to Monday. A question shows a figure once the number of people stated there have answered, and the
        figure changes only when as many more have, so that nobody’s answer can be derived from the difference.
      </p>
      {answers.value && <WhoCounts {...answers.value} />}
      {failure.value && <Refusal failure={failure.value} />}
      {!failure.value && !answers.value && <p class="quiet">Loading…</p>}
      {answers.value?.questions.length === 0 && <NoneYet />}
      <div class="answers">
        {answers.value?.questions.map((one) => (
          <Question
            key={`${one.pack}/${one.guide}/${one.what}`}
            question={one}
            words={mayReadTexts ? wordsOf(one) : null}
            locale={desk.locale}
          />
        ))}
      </div>
    </>
  );
}

/** How people are counted, and how many browsers came lately: somebody may have made them up, to be counted next week. */
function WhoCounts({ installsPerPerson, enrolledLately }: Pick<AnswersResponse, 'installsPerPerson' | 'enrolledLately'>) {
  const factor =
    installsPerPerson === 1 ? 'each browser counts as one person' : `${installsPerPerson} browsers count as one person`;
  const lately = enrolledLately === 0 ? 'fewer than 10' : `at least ${enrolledLately}`;
  return (
    <p class="quiet answers-note">
      A browser counts once it has been enrolled for a week and has sent something other than answers on two days. Where the
      policy does not say whom a browser belongs to, {factor}. In the week before Monday, {lately} browsers enrolled for the first
      time.
    </p>
  );
}

const kindLabels: Record<AnsweredQuestion['what'], string> = {
  'umux-lite': 'UMUX-Lite',
  choice: 'One choice',
  words: 'Comments',
};

interface QuestionProps {
  question: AnsweredQuestion;
  /** The comments; null if the role may not read them. */
  words: readonly string[] | null;
  locale: string;
}

function Question({ question, words, locale }: QuestionProps) {
  const { title, guide, app, what, figure, minPeople } = question;
  return (
    <article class="answered">
      <h2 dir="auto">{title ?? guide}</h2>
      <p class="quiet answered-facts">
        <bdi>{app}</bdi> · {kindLabels[what]}
        {figure && ` · ${figure.people} people, up to ${dayIn(figure.until, locale)}`}
      </p>
      {figure ? <AnswerFigureView figure={figure} words={words} /> : <TooFew minPeople={minPeople} />}
    </article>
  );
}

const TooFew = ({ minPeople }: { minPeople: number }) => (
  <p class="too-few">
    Not shown: by the last Monday fewer than {minPeople} people who count had answered, or their answers were too much alike.
    Either could reveal what one person answered.
  </p>
);

const NoneYet = () => (
  <div class="empty">
    <h2>No answers yet</h2>
    <p>Questions come with packs. Each appears here with a figure once enough people have answered it.</p>
  </div>
);

/** Weeks are counted in UTC. */
const dayIn = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
