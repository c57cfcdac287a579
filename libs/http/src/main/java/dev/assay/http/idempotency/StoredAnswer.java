package dev.assay.http.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An answer as it was given the first time, with the hash of the request that it answered. */
record StoredAnswer(
    String requestHash,
    int status,
    @Nullable String body,
    @Nullable String location,
    @Nullable String etag) {

  static StoredAnswer of(Response answer, String requestHash, RequestFingerprint json) {
    Object entity = answer.getEntity();
    return new StoredAnswer(
        requestHash,
        answer.getStatus(),
        entity == null ? null : json.write(entity),
        answer.getHeaderString(HttpHeaders.LOCATION),
        answer.getHeaderString(HttpHeaders.ETAG));
  }

  Response toResponse() {
    var response = Response.status(status);
    if (body != null) {
      response.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    }
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    if (etag != null) {
      response.header(HttpHeaders.ETAG, etag);
    }
    return response.build();
  }
}
