/** What a call was refused with; fails when the call went through. */
export const refusalOf = async (call: Promise<unknown>): Promise<unknown> => {
  const outcome = await call.then(
    () => ({ refused: false, error: undefined }),
    (error: unknown) => ({ refused: true, error }),
  );
  if (!outcome.refused) throw new Error('the call was not refused');
  return outcome.error;
};
