package dev.assay.http.idempotency;

import static dev.assay.http.problem.CommonProblem.IDEMPOTENCY_KEY_REQUIRED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.http.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What makes two requests the same request: who, where, and what was asked. */
@ApplicationScoped
class RequestFingerprint {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,128}");

  private final CurrentVertxRequest request;
  private final SecurityIdentity identity;
  private final ObjectMapper json;

  RequestFingerprint(CurrentVertxRequest request, SecurityIdentity identity, ObjectMapper json) {
    this.request = request;
    this.identity = identity;
    this.json = json;
  }

  String key() {
    RoutingContext context = request.getCurrent();
    String key = context.request().getHeader("Idempotency-Key");
    if (key == null || !KEY.matcher(key).matches()) {
      throw ProblemException.of(
          IDEMPOTENCY_KEY_REQUIRED, "Send 8 to 128 visible ASCII characters as Idempotency-Key.");
    }
    return key;
  }

  String subject() {
    return identity.getPrincipal().getName();
  }

  String of(Method method, Object[] arguments) {
    var parts = new StringBuilder(request.getCurrent().request().path());
    var parameters = method.getParameters();
    for (int i = 0; i < arguments.length; i++) {
      if (!parameters[i].isAnnotationPresent(Context.class)) {
        parts.append('\n').append(write(arguments[i]));
      }
    }
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  String write(@org.jspecify.annotations.Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("requests and responses are JSON", unwritable);
    }
  }
}
