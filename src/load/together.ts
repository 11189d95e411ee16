/**
 * Waits for all, so that nothing runs on when one has failed (a connection must not be closed under a statement).
 * @throws what the first of them threw
 */
export async function together(works: readonly Promise<void>[]): Promise<void> {
  for (const one of await Promise.allSettled(works)) if (one.status === 'rejected') throw one.reason;
}
