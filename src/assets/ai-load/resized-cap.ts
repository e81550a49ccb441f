/** A yearly cap on energy not served, at a share of the load's size; hours of full interruption do not grow with it. */
export function resizedCap<Cap extends { readonly mwhPerYear?: number | undefined }>(
  cap: Cap | undefined,
  share: number,
): { readonly interruptionCap?: Cap } {
  if (!cap) return {};
  const { mwhPerYear } = cap;
  return { interruptionCap: mwhPerYear === undefined ? cap : { ...cap, mwhPerYear: mwhPerYear * share } };
}
