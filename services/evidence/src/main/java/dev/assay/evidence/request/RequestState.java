package dev.assay.evidence.request;

/** Where a request stands. Overdue is no state: the clock says it. */
public enum RequestState {
  OPEN,
  SUBMITTED,
  RETURNED,
  ACCEPTED,
  WITHDRAWN;

  /** Whether a request may go from here to there; the table's checks say the same. */
  boolean mayBecome(RequestState next) {
    return switch (this) {
      case OPEN, RETURNED -> next == SUBMITTED || next == WITHDRAWN;
      case SUBMITTED -> next == ACCEPTED || next == RETURNED || next == WITHDRAWN;
      case ACCEPTED, WITHDRAWN -> false;
    };
  }

  /** Whether it is the assignee's turn. */
  public boolean awaitsAssignee() {
    return this == OPEN || this == RETURNED;
  }

  /** Whether nothing follows. */
  boolean isEnd() {
    return this == ACCEPTED || this == WITHDRAWN;
  }
}
