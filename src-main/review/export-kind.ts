import type { Job } from '../jobs/job.ts';

const months =
  /\b(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sep(t(ember)?)?|oct(ober)?|nov(ember)?|dec(ember)?|q[1-4])\b/gi;

/** Exports of one kind hold the same columns for different times: what they are about, without when. */
export function exportKindOf(job: Pick<Job, 'connectionId' | 'provider' | 'request' | 'title'>): string {
  return [job.connectionId, job.provider, subjectOf(job)].join(' · ');
}

function subjectOf({ request, title }: Pick<Job, 'request' | 'title'>): string {
  switch (request?.provider) {
    case 'mypreferences':
      return request.segmentName;
    case 'mytracker':
      return request.event;
    case 'crayon':
      return 'licences';
    case undefined:
      return title
        .toLowerCase()
        .replace(months, '')
        .replace(/[\d\W_]+/g, ' ')
        .trim();
  }
}
