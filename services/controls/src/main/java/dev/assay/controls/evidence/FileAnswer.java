package dev.assay.controls.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A file as {@code evidence} answers it: only the fields we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FileAnswer(String state, String sha256) {

  private static final String SEALED = "SEALED";

  FileAnswer {
    if (state == null || sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a file with a state and a digest");
    }
  }

  boolean sealed() {
    return SEALED.equals(state);
  }
}
