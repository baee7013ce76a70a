import type { AnswerFigure, Share } from '../../../model/hub-api/answer-figures.ts';

interface AnswerFigureViewProps {
  figure: AnswerFigure;
  /** The comments of a question that asks for words; null if the role may not read them. */
  words: readonly string[] | null;
}

/** A figure as a drawing, with the same values as text. */
export function AnswerFigureView({ figure, words }: AnswerFigureViewProps) {
  switch (figure.what) {
    case 'umux-lite':
      return <Score {...figure} />;
    case 'choice':
      return <Shares options={figure.options} />;
    case 'words':
      return words ? <Comments words={words} /> : <p class="too-few">What people wrote is read by facilitators and admins.</p>;
  }
}

const Comments = ({ words }: { words: readonly string[] }) => (
  <ul class="comments">
    {words.map((text, nth) => (
      <li key={`${nth} ${text}`}>
        <blockquote class="words" dir="auto">
          {text}
        </blockquote>
      </li>
    ))}
  </ul>
);

/** The mean as a mark and its interval as a band, on the scale from 0 to 100. */
function Score({ score, low, high }: { score: number; low: number; high: number }) {
  return (
    <div class="score">
      <p>
        <strong class="score-number">{score}</strong> of 100, 95 % interval {low} to {high}
      </p>
      <svg class="drawn" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="drawn-scale" x="0" y="4" width="100" height="2" />
        <rect class="drawn-band" x={low} y="2" width={Math.max(high - low, 0.5)} height="6" />
        <rect class="drawn-mark" x={Math.min(Math.max(score - 0.4, 0), 99.2)} y="0" width="0.8" height="10" />
      </svg>
      <p class="quiet score-ends" aria-hidden="true">
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </p>
    </div>
  );
}

const shareWords: Record<Extract<Share, string>, string> = { few: 'few', most: 'nearly all', withheld: 'not shown' };

function Shares({ options }: { options: Extract<AnswerFigure, { what: 'choice' }>['options'] }) {
  const isHidden = options.some(({ share }) => typeof share === 'string');
  return (
    <>
      <ul class="shares">
        {options.map(({ id, text, share }) => (
          <li key={id}>
            <span class="share-name" dir="auto">
              {text ?? id}
            </span>
            <Bar share={share} />
            <span class="share-number">{typeof share === 'number' ? `${share} %` : shareWords[share]}</span>
          </li>
        ))}
      </ul>
      {isHidden && (
        <p class="quiet share-note">
          Rounded so that several numbers of people fit each share. “Few” means ten people or a few more, or fewer, or none. Two
          shares or more are “not shown” where one of them could reveal what few people chose.
        </p>
      )}
    </>
  );
}

/** Lengths of the bars of shares without a number, in percent. */
const lengths = { few: 1, most: 97, withheld: 0 };

function Bar({ share }: { share: Share }) {
  const length = typeof share === 'number' ? share : lengths[share];
  return (
    <svg class="drawn drawn-share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="drawn-scale" x="0" y="0" width="100" height="10" />
      <rect class="drawn-mark" x="0" y="0" width={length} height="10" />
    </svg>
  );
}
