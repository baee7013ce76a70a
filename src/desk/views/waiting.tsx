import { useEffect } from 'preact/hooks';
import type { Trouble } from '../answer.ts';

/** As long as a person waits before wondering whether anything still happens. */
const pause = 5_000;

/** The hub did not answer, so nobody can be let in yet: says so, and tries again by itself. */
export function Waiting({ trouble, again }: { trouble: Trouble; again: () => Promise<void> }) {
  useEffect(() => {
    const timer = setTimeout(again, pause);
    return () => clearTimeout(timer);
  }, [again]);
  return (
    <section class="letter">
      <h1>{trouble.title}</h1>
      <p>{trouble.detail}</p>
      <p role="status">The desk tries again every few seconds.</p>
      <button type="button" class="button" onClick={again}>
        Try now
      </button>
    </section>
  );
}
