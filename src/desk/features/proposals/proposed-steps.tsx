import type { Proposal } from '../../../model/hub-api/proposals.ts';
import { StepDrawingView } from '../../../studio/drawing/step-drawing-view.tsx';
import { guideSteps } from './guide-steps.ts';

/** The steps of a proposal in words, each with its picture if there is one. */
export function ProposedSteps({ proposal }: { proposal: Proposal }) {
  const { guide, language, pictures = {} } = proposal;
  return (
    <ol class="proposed-steps">
      {guideSteps(guide, language).map(({ id, title, body, control, completedBy }) => (
        <li key={id}>
          <h3>
            <bdi lang={language}>{title}</bdi>
          </h3>
          {body !== null && (
            <p class="proposed-body">
              <bdi lang={language}>{body}</bdi>
            </p>
          )}
          <p class="quiet">
            {control === null ? 'At no control' : <bdi>{control}</bdi>}
            {completedBy !== null && ` · completed by ${completedBy}`}
          </p>
          {Object.hasOwn(pictures, id) && (
            <StepDrawingView picture={pictures[id]!} label={`Picture of ${control ?? 'the step'} and what is around it`} />
          )}
        </li>
      ))}
    </ol>
  );
}
