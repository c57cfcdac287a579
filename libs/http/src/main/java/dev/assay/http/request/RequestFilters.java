package dev.assay.http.request;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.Problem;
import dev.assay.http.problem.ProblemType;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jboss.logging.MDC;

/** Runs before routing: gives each request its id and refuses a body that is too large unread. */
@ApplicationScoped
class RequestFilters {

  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

  private final RequestLimits limits;

  RequestFilters(RequestLimits limits) {
    this.limits = limits;
  }

  void register(@Observes Filters filters) {
    filters.register(this::identify, 1000);
    filters.register(this::limitBody, 900);
  }

  private void identify(RoutingContext context) {
    String id = RequestIds.of(context);
    context.response().putHeader(RequestIds.HEADER, id);
    MDC.put("requestId", id);
    context.next();
  }

  private void limitBody(RoutingContext context) {
    var request = context.request();
    if (!WITH_BODY.contains(request.method()) || request.path().startsWith("/q/")) {
      context.next();
      return;
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    boolean chunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    long limit = limitFor(context);
    if (length == null && chunked && limit == limits.json()) {
      refuse(context, CommonProblem.LENGTH_REQUIRED, "Send Content-Length with this body.");
    } else if (length != null && Long.parseLong(length) > limit) {
      refuse(context, CommonProblem.BODY_TOO_LARGE, "At most %d bytes here.".formatted(limit));
    } else {
      context.next();
    }
  }

  private long limitFor(RoutingContext context) {
    String path = context.request().path();
    return limits
        .streamPath()
        .filter(path::matches)
        .map(matched -> limits.stream())
        .orElse(limits.json());
  }

  private static void refuse(RoutingContext context, ProblemType type, String detail) {
    var body =
        new JsonObject()
            .put("type", type.uri())
            .put("title", type.title())
            .put("status", type.status())
            .put("detail", detail)
            .put("requestId", RequestIds.of(context));
    // The body was not read, so this connection cannot carry another request.
    context
        .response()
        .setStatusCode(type.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(body.encode())
        .onComplete(sent -> context.request().connection().close());
  }
}
