/** What has the focus, also within a root of its own, as the text of a story: its host could not take the focus back. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
