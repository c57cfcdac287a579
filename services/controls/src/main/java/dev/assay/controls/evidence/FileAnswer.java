package dev.assay.controls.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A file as {@code evidence} answers it: only the fields we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FileAnswer(String state, String sha256) {

  private static final String SEALED = "SEALED";

  boolean sealed() {
    return SEALED.equals(state);
  }
}
