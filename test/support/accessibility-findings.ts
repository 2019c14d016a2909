import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds, as "rule: where". https://www.w3.org/TR/WCAG22/ levels A and AA. */
export async function accessibilityFindings(
  page: Page,
  rules: 'all' | 'contrast',
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page })
    // Electron opens no second page, which axe would like to have for its report.
    .setLegacyMode(true)
    // Guards of Fluent's focus management: whoever lands on one is led on at once.
    .exclude('[data-tabster-dummy]')
    // The rows of a table are all alike, and many.
    .exclude('.ag-row:nth-child(n+4)');
  const { violations } = await (rules === 'contrast'
    ? axe.withRules(['color-contrast'])
    : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`),
  );
}
