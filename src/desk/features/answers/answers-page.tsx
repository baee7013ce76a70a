import { useEffect } from 'preact/hooks';
import type { AnsweredQuestion } from '../../../model/hub-api/answer-figures.ts';
import { Refusal } from '../../kit/refusal.tsx';
import { RetryScreen } from '../../kit/retry-screen.tsx';
import type { DeskDeps } from '../../shell/desk-deps.ts';
import { AnswerFigureView } from './answer-figure-view.tsx';
import { useAnswers } from './use-answers.ts';

/** What was answered to the questions of packs: a figure for each, where enough people answered. */
export function AnswersPage(desk: DeskDeps) {
  const { questions, trouble, reload } = useAnswers(desk);
  useEffect(() => {
    document.title = 'Answers · Cairn desk';
  }, []);
  if (trouble.value?.kind === 'silent') return <RetryScreen failure={trouble.value} retry={reload} />;
  return (
    <>
      <h1>Answers</h1>
      <p class="quiet answers-note">
        Counted once a week, up to Monday. Nothing is shown of fewer people than stands at each question, and a figure moves only
        when as many more have answered, so that no answer can be told from the difference.
      </p>
      {trouble.value?.kind === 'refused' && <Refusal failure={trouble.value} />}
      {!trouble.value && !questions.value && <p class="quiet">Loading…</p>}
      {questions.value?.length === 0 && <NoneYet />}
      <div class="answers">
        {questions.value?.map((one) => (
          <Question key={`${one.pack}/${one.guide}/${one.what}`} question={one} locale={desk.locale} />
        ))}
      </div>
    </>
  );
}

const kindLabels: Record<AnsweredQuestion['what'], string> = {
  'umux-lite': 'UMUX-Lite',
  choice: 'One choice',
  words: 'Own words',
};

function Question({ question, locale }: { question: AnsweredQuestion; locale: string }) {
  const { title, guide, app, what, figure, minPeople } = question;
  return (
    <article class="answered">
      <h2 dir="auto">{title ?? guide}</h2>
      <p class="quiet answered-facts">
        <bdi>{app}</bdi> · {kindLabels[what]}
        {figure && ` · ${figure.people} people, up to ${dayIn(figure.until, locale)}`}
      </p>
      {figure ? <AnswerFigureView figure={figure} /> : <TooFew minPeople={minPeople} />}
    </article>
  );
}

const TooFew = ({ minPeople }: { minPeople: number }) => (
  <p class="too-few">
    Not shown yet: by the last Monday fewer than {minPeople} people had answered, or all of them alike, and either might tell what
    one of them said.
  </p>
);

const NoneYet = () => (
  <div class="empty">
    <h2>No answers yet</h2>
    <p>
      Questions come with packs. What people answer is shown here, a question at a time, once enough of them have answered it.
    </p>
  </div>
);

/** A day in UTC, as weeks are counted. */
const dayIn = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
