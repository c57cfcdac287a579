package dev.assay.controls.world;

import java.util.UUID;

/** A person as tenants knows them, with the subject that Keycloak knows. */
public record Someone(UUID personId, String subject) {

  /** Somebody whom no other test has met. */
  public static Someone anybody() {
    return new Someone(UUID.randomUUID(), UUID.randomUUID().toString());
  }

  public String token() {
    return Tokens.of(subject);
  }
}
