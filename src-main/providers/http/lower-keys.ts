/**
 * The same JSON value with all keys in lower case, for vendors whose samples mix the spelling of keys. Where an object
 * has a key in two spellings, the first one counts.
 */
export function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== 'object' || value === null) return value;
  const lowered = new Map<string, unknown>();
  for (const [key, member] of Object.entries(value)) {
    const name = key.toLowerCase();
    if (!lowered.has(name)) lowered.set(name, lowerKeys(member));
  }
  return Object.fromEntries(lowered);
}
