/** Why the list is empty, and how items get there. */
export function EmptyBacklog({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <div class="empty">
        <h2>Nothing matches these filters</h2>
        <p>No feedback in the backlog matches. New feedback that matches appears here by itself.</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>No feedback yet</h2>
      <p>
        People give it with one click, from the Cairn button in the apps that your policy names. The hub releases it in steps, as
        a rule on the hour; it then appears here without loading the page again.
      </p>
    </div>
  );
}
