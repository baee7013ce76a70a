import type { Change } from '../../model/hub-api/drafts.ts';

/** Differences between two contents of a pack in words, by guide, each with what was there before and is there now. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="quiet page-note">Nothing differs.</p>;
  const byGuide = Map.groupBy(changes, ({ guide }) => guide);
  return (
    <div class="changes">
      {[...byGuide].map(([guide, own]) => (
        <section key={guide} aria-label={guide === null ? 'The pack as a whole' : `Guide ${guide}`}>
          <h3>{guide === null ? 'The pack as a whole' : <bdi>{guide}</bdi>}</h3>
          <ul>
            {own.map((change) => (
              <ChangeRow key={`${change.path} ${change.text}`} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ChangeRow({ change: { text, path, before, after } }: { change: Change }) {
  return (
    <li>
      <details>
        <summary>
          <bdi>{text}</bdi>
        </summary>
        <p class="quiet">
          <code>{path}</code>
        </p>
        <Side title="Before" value={before} />
        <Side title="Now" value={after} />
      </details>
    </li>
  );
}

function Side({ title, value }: { title: string; value: string | null }) {
  return (
    <>
      <h4>{title}</h4>
      {value === null ? <p class="quiet">Nothing</p> : <pre>{value}</pre>}
    </>
  );
}
