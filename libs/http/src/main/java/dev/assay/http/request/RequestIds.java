package dev.assay.http.request;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The id of the current request: made by us, in the answer's {@code X-Request-Id} and in the log.
 */
@ApplicationScoped
public class RequestIds {

  /** The response header that carries the id. */
  public static final String HEADER = "X-Request-Id";

  private static final String KEY = "assay.request-id";

  private final Instance<CurrentVertxRequest> request;

  @Inject
  RequestIds(Instance<CurrentVertxRequest> request) {
    this.request = request;
  }

  /** The current request's id. */
  public String current() {
    RoutingContext context = request.get().getCurrent();
    return context == null ? UUID.randomUUID().toString() : of(context);
  }

  static String of(RoutingContext context) {
    String id = context.get(KEY);
    if (id == null) {
      id = UUID.randomUUID().toString();
      context.put(KEY, id);
    }
    return id;
  }
}
