package dev.assay.local.process;

/**
 * The signal that asks a program to end in order; PostgreSQL takes TERM as "wait for every client".
 */
public enum StopWith {
  TERM,
  INT
}
