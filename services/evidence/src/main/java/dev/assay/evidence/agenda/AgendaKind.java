package dev.assay.evidence.agenda;

/** What is to be done. */
public enum AgendaKind {
  /** Ask for the periods of a series whose time has come. */
  SERIES,
  /** Remind the assignee of a request. */
  REMIND
}
