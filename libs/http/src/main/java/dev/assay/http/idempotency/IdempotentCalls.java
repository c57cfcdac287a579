package dev.assay.http.idempotency;

import static dev.assay.http.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;

import dev.assay.http.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Runs an {@link Idempotent} method once a key, inside its transaction. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
class IdempotentCalls {

  private final IdempotencyKeys keys;
  private final RequestFingerprint fingerprint;

  IdempotentCalls(IdempotencyKeys keys, RequestFingerprint fingerprint) {
    this.keys = keys;
    this.fingerprint = fingerprint;
  }

  @AroundInvoke
  Object once(InvocationContext call) throws Exception {
    String operation = call.getMethod().getName();
    String key = fingerprint.key();
    String hash = fingerprint.of(call.getMethod(), call.getParameters());
    Optional<StoredAnswer> earlier = keys.claim(operation, key, fingerprint.subject(), hash);
    if (earlier.isPresent()) {
      return replay(earlier.get(), hash);
    }
    Response answer = (Response) call.proceed();
    keys.complete(
        operation, key, fingerprint.subject(), StoredAnswer.of(answer, hash, fingerprint));
    return answer;
  }

  private static Response replay(StoredAnswer earlier, String hash) {
    if (!earlier.requestHash().equals(hash)) {
      throw ProblemException.of(
          IDEMPOTENCY_KEY_REUSED, "Another request came with this Idempotency-Key before.");
    }
    return earlier.toResponse();
  }
}
