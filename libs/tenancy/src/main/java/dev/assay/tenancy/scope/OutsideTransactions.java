package dev.assay.tenancy.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;

/**
 * Guards calls to other parts: inside a transaction they would hold a connection and its locks for
 * as long as the other part pleases, and could not be undone with it.
 */
@ApplicationScoped
public class OutsideTransactions {

  private final TransactionManager transactions;

  OutsideTransactions(TransactionManager transactions) {
    this.transactions = transactions;
  }

  /**
   * Does nothing outside a transaction.
   *
   * @throws IllegalStateException inside one: a defect in our code
   */
  public void require(String call) {
    try {
      if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
        throw new IllegalStateException("no call to another part inside a transaction: " + call);
      }
    } catch (SystemException unknown) {
      throw new IllegalStateException("the transaction's state is unknown", unknown);
    }
  }
}
