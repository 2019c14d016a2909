const navigationQuery = '(max-width: 799px)';
const contentQuery = '(max-width: 899px)';

/** From where on there is too little room (CSS pixels, so a magnified window gets there as well). */
export const narrow = {
  /** The navigation shows icons only; what stands beside something goes below it. */
  navigationQuery,
  navigation: `@media ${navigationQuery}`,
  /** Not enough for two things beside each other. */
  contentQuery,
  content: `@media ${contentQuery}`,
} as const;
