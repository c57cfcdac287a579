package dev.assay.tenants.onboarding;

/** What must be known or in force before a client is active; each with what brings it about. */
public enum ChecklistItem {
  FISCAL_YEAR_END("Say when the client's fiscal year ends.", "updateClient"),
  TIME_ZONE("Say in which zone the client's dates are meant.", "updateClient"),
  IDENTIFIER(
      "Add at least one identifier, so that the client is not mistaken for another.",
      "addIdentifier"),
  FILER_STATUS(
      "Say what the client is to the SEC, NOT_A_FILER included: what must be certified and attested"
          + " follows from it.",
      "enterFilerProfile"),
  IN_SCOPE_SYSTEM(
      "Bring at least one system into scope, with the reason why it matters, and have a second"
          + " person approve it.",
      "createSystem"),
  SYSTEM_OWNER(
      "Give somebody of the client the role CONTROL_OWNER, to answer for its systems.",
      "makeClientGrant"),
  EXECUTIVE(
      "Give somebody of the client the role CLIENT_EXECUTIVE, and have a platform operator approve"
          + " the first.",
      "makeClientGrant"),
  TECHNICIAN("Give somebody of the MSP the role MSP_TECHNICIAN here.", "makeClientGrant"),
  INDEPENDENT_REVIEWER(
      "Give the role MSP_REVIEWER here to somebody who is not the only technician: nobody reviews"
          + " their own work.",
      "makeClientGrant");

  private final String remedy;
  private final String operationId;

  ChecklistItem(String remedy, String operationId) {
    this.remedy = remedy;
    this.operationId = operationId;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }

  /** The operation that does it. */
  String operationId() {
    return operationId;
  }
}
