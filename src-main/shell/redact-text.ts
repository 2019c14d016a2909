/** Words in a text that look like a secret, whatever their source: a last net behind the callers' own care. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // Authorization schemes and what follows them
  [/\b(bearer|basic|authhmac|pnauthinfo3[\w-]*)\s+[^\s",]+(\s+signature=[^\s",]+)?/gi, '$1 …'],
  // name=value and "name":"value" of fields that hold secrets
  [
    /("?(?:password|secret|[a-z_]*secret[a-z_]*|sharedkey|secretkey|token|access_?token|signature|authorization)"?\s*[:=]\s*)("[^"]*"|[^\s&",}]+)/gi,
    '$1…',
  ],
  // query strings of URLs
  [/(https?:\/\/[^\s"?]+)\?[^\s"]*/gi, '$1?…'],
  // credentials in URLs
  [/(https?:\/\/)[^\s/"@]+@/gi, '$1…@'],
  // a MyPreferences access token in a path
  [/(\/(?:export|token|commit|segment|schedule)\/)\d{4,}/gi, '$1…'],
];

export function redactText(text: string): string {
  return patterns.reduce((redacted, [pattern, instead]) => redacted.replace(pattern, instead), text);
}
