/** В именительном падеже, с начала предложения: имя поставщика или «Поставщик». */
export const vendorFirst = (subject: string | undefined) => subject ?? 'Поставщик';
/** «имя.csv» или «Файл», с начала предложения. */
export const fileFirst = (subject: string | undefined) =>
  subject === undefined ? 'Файл' : `Файл «${subject}»`;
