package dev.assay.readiness.blocker;

/** What is known of something that the year as a whole needs: silence is never good news. */
public enum FactState {
  CLEAR,
  OPEN,
  NOT_ASSESSED
}
