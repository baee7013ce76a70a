import type { ShownAct } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import type { StepProps } from './step-props.ts';
import { trusted } from './trusted.ts';

/** What Cairn would do here, and the person's word for it. What is risky is asked a second time, with other words in another place. */
export function DoButtons({ walk, say, acts }: StepProps) {
  const act = walk.step.do!;
  if (walk.asked)
    return (
      <>
        <button type="button" class="main" onClick={trusted(acts.walk.decline)}>
          {say('doMyself')}
        </button>
        <button type="button" onClick={trusted(acts.walk.agree)}>
          {say('doSure')}
        </button>
      </>
    );
  return (
    <>
      <p class="would">{wouldDo(act, say)}</p>
      <button type="button" class="main" onClick={trusted(acts.walk.agree)}>
        {say('doIt')}
      </button>
    </>
  );
}

function wouldDo(act: ShownAct, say: Say): string {
  if (act.act === 'fill') return say('doWould_fill', act.with.words);
  if (act.act === 'choose') return say('doWould_choose', act.option.words);
  if (act.act === 'check') return say(act.on ? 'doWould_check' : 'doWould_uncheck');
  return say('doWould_click');
}
