/** This load's nonce: styles that components add to the page carry it, so that the page's policy holds. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
