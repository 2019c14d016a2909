import type { AppInfo } from '../../src-preload/contract/app-info.ts';
import type { DocketError } from '../../src-preload/contract/errors.ts';

/** What looks like a secret or an access token, whatever its source: a last net behind main's own care. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic|authhmac|pnauthinfo3[\w-]*)\s+[^\s",]+/gi, '$1 …'],
  [
    /("?[\w-]*(?:password|secret|key|token|signature|authorization)"?\s*[:=]\s*)("[^"]*"|[^\s&",}]+)/gi,
    '$1…',
  ],
  [/(https?:\/\/)[^\s/"@]+@/gi, '$1…@'],
  [/(https?:\/\/[^\s"?]+)\?[^\s"]*/gi, '$1?…'],
  // An access token of MyPreferences has 10 digits and more; of any other number the ends are enough to find it.
  [/\b(\d{2})\d{6,}(\d{2})\b/g, '$1…$2'],
  [/\b[A-Za-z0-9+/_-]{40,}={0,2}(?![\w+/=-])/g, '…'],
];

/**
 * One error for whoever is asked to help, in lines that no language changes: the code, what it is about, the vendor's or
 * the system's own word, and on what Docket runs. Without secrets, and without the names of people and their folders.
 */
export function supportDetails(
  error: DocketError,
  about: { readonly info: AppInfo | null; readonly language: string; readonly at: number },
): string {
  const { info } = about;
  const runs =
    info === null
      ? []
      : [`Docket ${info.version}, ${info.platform}, Electron ${info.electron}, Chromium ${info.chromium}`];
  return [
    `error: ${error.code}`,
    ...(error.subject === undefined ? [] : [`about: ${plain(error.subject, info)}`]),
    ...(error.detail === undefined ? [] : [`detail: ${plain(error.detail, info)}`]),
    `at: ${new Date(about.at).toISOString()}`,
    ...runs,
    ...(info === null
      ? []
      : [
          `keychain: ${info.keychain}, online: ${info.online}, practice: ${info.practice}, language: ${about.language}`,
        ]),
  ].join('\n');
}

function plain(text: string, info: AppInfo | null): string {
  const named = info === null || info.user === '' ? text : text.replaceAll(info.user, '<user>');
  return secrets.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), named);
}
