package dev.assay.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.UUID;

/**
 * What a service answered.
 *
 * @param status HTTP status
 * @param body its JSON; a missing node where there is none
 * @param headers its headers
 */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

  /** The {@code id} in the body. */
  public UUID id() {
    return UUID.fromString(body.path("id").asText());
  }

  /** The ETag, as If-Match wants it. */
  public String etag() {
    return headers.firstValue("ETag").orElseThrow();
  }

  /** How long the service asks to wait before the next try: one second where it does not say. */
  Duration retryAfter() {
    return Duration.ofSeconds(headers.firstValueAsLong("Retry-After").orElse(1));
  }

  /**
   * This answer, if it has the status that was expected.
   *
   * @throws IllegalStateException with the answer's body otherwise
   */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new IllegalStateException(
          "expected status %d but got %d: %s".formatted(expected, status, body));
    }
    return this;
  }
}
