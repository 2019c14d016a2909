/** Readings that many cases share. A case that is about its words spells them out itself. */
export const readyToReview = 'Ready to review · 60 records · 1.0 kB';

export const brokeOff = (wait: string) =>
  `Paused · The connection broke off · goes on in ${wait} | The answer of MyTracker did not arrive whole. What was collected is kept. Nothing needs doing: Docket tries again in ${wait}.`;

export const unreadable = (wait: string) =>
  `Paused · Docket can’t read the answer of MyTracker · goes on in ${wait} | It does not have the form that the vendor describes. Nothing needs doing: Docket tries again in ${wait}.`;

export const asksToWait = (wait: string) =>
  `Paused: MyTracker asks to wait · goes on in ${wait} | Only so many requests are allowed in a given time, and they are used up. Nothing needs doing: Docket tries again in ${wait}.`;
