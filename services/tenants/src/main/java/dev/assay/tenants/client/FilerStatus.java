package dev.assay.tenants.client;

/** What the client is to the SEC (Rule 12b-2), as entered or as its filer profile makes it. */
public enum FilerStatus {
  LARGE_ACCELERATED,
  ACCELERATED,
  NON_ACCELERATED,
  NEWLY_PUBLIC,
  NOT_A_FILER
}
