/** The error with which a call was refused; throws if the call succeeded. */
export const refusalOf = async (call: Promise<unknown>): Promise<unknown> => {
  const outcome = await call.then(
    () => ({ refused: false, error: undefined }),
    (error: unknown) => ({ refused: true, error }),
  );
  if (!outcome.refused) throw new Error('the call was not refused');
  return outcome.error;
};
