package dev.assay.local.proof;

import dev.assay.local.LocalStack;
import dev.assay.local.demo.AssayApi;
import dev.assay.local.service.Replica;
import dev.assay.local.service.Service;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every service once more, with two database connections each, so that tenants follow each other on
 * the same connection all the time.
 */
public final class SmallPool implements AutoCloseable {

  /** Well inside a token's five minutes. */
  private static final Duration TOKEN_AGE = Duration.ofMinutes(3);

  private final LocalStack stack;
  private final Map<Service, Replica> replicas = new EnumMap<>(Service.class);
  private final Map<String, Signed> tokens = new ConcurrentHashMap<>();

  private record Signed(String token, Instant at) {}

  private SmallPool(LocalStack stack) {
    this.stack = stack;
  }

  /** Starts them beside the running services, as the replicas of this number. */
  public static SmallPool start(LocalStack stack, int number) throws InterruptedException {
    var pool = new SmallPool(stack);
    var settings =
        new TreeMap<>(
            Map.of(
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "2",
                "QUARKUS_DATASOURCE_JDBC_MIN_SIZE", "1",
                "QUARKUS_DATASOURCE_JDBC_INITIAL_SIZE", "1"));
    try {
      // In this order each finds those that it calls among these, not among the first.
      for (Service service :
          List.of(Service.TENANTS, Service.EVIDENCE, Service.CONTROLS, Service.READINESS)) {
        var replica = stack.replica(service, number, settings);
        pool.replicas.put(service, replica);
        settings.put("ASSAY_" + service.name() + "_URL", replica.url().toString());
      }
      return pool;
    } catch (RuntimeException | InterruptedException e) {
      pool.close();
      throw e;
    }
  }

  /** A demo user's access to these instances. */
  public AssayApi as(String user) {
    return new AssayApi(this::address, () -> token(user));
  }

  private URI address(String service) {
    Service named = Service.of(service).orElseThrow();
    Replica replica = replicas.get(named);
    return replica == null ? stack.url(named) : replica.url();
  }

  private String token(String user) {
    return tokens
        .compute(
            user,
            (name, signed) ->
                signed != null && Instant.now().isBefore(signed.at().plus(TOKEN_AGE))
                    ? signed
                    : sign(name))
        .token();
  }

  private Signed sign(String user) {
    try {
      return new Signed(stack.tokens().of(user), Instant.now());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while signing in " + user, stopped);
    }
  }

  @Override
  public void close() {
    replicas.values().forEach(Replica::close);
  }
}
