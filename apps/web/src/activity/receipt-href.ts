/** The page of one call or adjustment. Nobody but the person it is of sees anything there. */
export function receiptHref(operationId: string): string {
  return `/billing/receipts/${operationId}`;
}
