/**
 * A vendor's words without our secrets, for a server that repeats what it was sent: as they are, percent-encoded, as a
 * form field, and in base64, which is how they travel.
 */
export function hideSecrets(words: string, secrets: readonly string[]): string {
  return secrets
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({ '': secret }).toString().slice(1),
      Buffer.from(secret, 'utf8').toString('base64'),
    ])
    .filter((form) => form !== '')
    .reduce((text, form) => text.split(form).join('•••'), words);
}
