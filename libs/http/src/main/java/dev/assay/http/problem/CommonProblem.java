package dev.assay.http.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The problems that any service can answer with. */
public enum CommonProblem implements ProblemType {
  MALFORMED_BODY(400, "The body cannot be read", "Send the JSON that the OpenAPI document shows."),
  INVALID_REQUEST(
      400, "The request breaks a rule", "Correct each field listed in errors, then send it again."),
  INVALID_CURSOR(
      400,
      "The cursor does not belong to this list",
      "Start again without a cursor; a cursor is good only for the scope and filter it came from."),
  UNAUTHENTICATED(
      401, "A valid access token is needed", "Send a current access token as a bearer token."),
  STEP_UP_NEEDED(
      401,
      "A stronger sign-in is needed",
      "Sign in again with the second factor named in WWW-Authenticate (RFC 9470)."),
  FORBIDDEN(
      403,
      "Your grants do not allow this",
      "Ask whoever manages grants for this client or MSP for a role that has the permission."),
  CLIENT_NOT_ACTIVE(
      403,
      "The state of the client, or of its MSP, does not allow this",
      "Read the client's lifecycle. An MSP admin makes a suspended client active again; what is"
          + " closed can only be read."),
  MSP_NOT_ACTIVE(
      403,
      "The state of the MSP does not allow this",
      "Read the MSP's lifecycle, and ask a platform operator."),
  NOT_FOUND(
      404,
      "Nothing here that you may see",
      "Check the address. Objects that do not exist and objects of others answer alike."),
  METHOD_NOT_ALLOWED(405, "This address does not take that method", "See the OpenAPI document."),
  NOT_ACCEPTABLE(406, "None of the accepted media types can be given", "Accept application/json."),
  CONFLICT(409, "The request conflicts with what is there", "Read the current state first."),
  LENGTH_REQUIRED(411, "Content-Length is needed", "Send the body with its length."),
  STALE_VERSION(
      412, "Somebody changed this in the meantime", "Read it again and repeat with its new ETag."),
  BODY_TOO_LARGE(413, "The body is larger than allowed", "Send less, or in parts."),
  UNSUPPORTED_MEDIA_TYPE(415, "This media type is not taken here", "Send application/json."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "This Idempotency-Key was used for another request",
      "Use a new key for a new request; the same key only repeats the same one."),
  VERSION_REQUIRED(428, "If-Match is needed", "Read the object and send its ETag as If-Match."),
  IDEMPOTENCY_KEY_REQUIRED(
      400, "Idempotency-Key is needed", "Send a new random key with each new request."),
  INTERNAL_ERROR(
      500, "Something went wrong on our side", "Try again; quote the request id if it persists."),
  DEPENDENCY_UNAVAILABLE(
      503, "A part that this needs does not answer", "Nothing was changed. Try again shortly.");

  private final int status;
  private final String title;
  private final String remedy;

  CommonProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  @ApplicationScoped
  static class Catalog implements ProblemCatalog {
    @Override
    public List<? extends ProblemType> types() {
      return List.of(CommonProblem.values());
    }
  }
}
