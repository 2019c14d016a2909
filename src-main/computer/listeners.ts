/** Those who want to hear of something; one that ends its listening while it is told harms no other. */
export function createListeners() {
  const listeners = new Set<() => void>();
  return {
    add(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(): void {
      for (const listener of [...listeners]) listener();
    },
  };
}
