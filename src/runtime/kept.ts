/** What a map holds under a key; made and put there when it is first asked for. */
export function kept<K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V {
  let held = map.get(key);
  if (held === undefined) {
    held = make(key);
    map.set(key, held);
  }
  return held;
}
