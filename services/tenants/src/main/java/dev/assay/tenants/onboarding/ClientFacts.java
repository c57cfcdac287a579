package dev.assay.tenants.onboarding;

import java.util.Set;

/**
 * What the rows say of one client, as far as onboarding asks.
 *
 * @param technicians the subjects who are technicians there now
 * @param reviewers the subjects who are reviewers there now
 */
record ClientFacts(
    boolean fiscalYearEnd,
    boolean timeZone,
    boolean identifier,
    boolean filerStatus,
    boolean system,
    boolean owner,
    boolean executive,
    Set<String> technicians,
    Set<String> reviewers) {

  ClientFacts {
    technicians = Set.copyOf(technicians);
    reviewers = Set.copyOf(reviewers);
  }
}
