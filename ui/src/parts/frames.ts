/** Calls back when what stands in the document now is painted: the second frame begins when the first is on the screen. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}
