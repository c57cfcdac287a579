package dev.assay.tenants.onboarding;

import java.sql.SQLException;

/** The checklist could not be read; its cause says whether the database is down. */
final class OnboardingUnreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OnboardingUnreadable(SQLException cause) {
    super("the onboarding checklist could not be read", cause);
  }
}
