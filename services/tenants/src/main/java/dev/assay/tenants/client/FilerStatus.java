package dev.assay.tenants.client;

/** What the client is to the SEC, as somebody entered it (Rule 12b-2). */
public enum FilerStatus {
  LARGE_ACCELERATED,
  ACCELERATED,
  NON_ACCELERATED,
  NEWLY_PUBLIC,
  NOT_A_FILER
}
