package dev.assay.tenants.provisioning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether Keycloak's account is as was decided here.
 *
 * @param since when it was asked for, or how long it has been done
 * @param kind what is being waited for, or what failed
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again, at the latest
 * @param code why it failed; what to do about each is in the README
 */
@Schema(name = "Provisioning")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisioningStatus(
    @Schema(required = true) State state,
    @Schema(required = true) Instant since,
    @Nullable WorkKind kind,
    @Nullable Integer attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable String code) {

  /** Where it stands. */
  @Schema(name = "ProvisioningState")
  public enum State {
    WAITING,
    DONE,
    FAILED
  }

  /** Work that is in the queue. */
  record Waiting(WorkKind kind, Instant askedAt, Instant dueAt, int attempts) {}

  /** How the last piece of work ended. */
  record Ended(
      WorkKind kind, ProvisioningStep.Outcome outcome, @Nullable String code, Instant at) {}

  /** As decided, and nothing was or is to be done. */
  public static ProvisioningStatus done(Instant since) {
    return new ProvisioningStatus(State.DONE, since, null, null, null, null);
  }

  /**
   * What is waited for comes first, the latest wish of several; then how the last work ended.
   *
   * @param idle what it is when there never was any work
   */
  static ProvisioningStatus of(List<Waiting> queue, @Nullable Ended last, ProvisioningStatus idle) {
    return queue.stream()
        .max(Comparator.comparing(Waiting::askedAt))
        .map(
            waiting ->
                new ProvisioningStatus(
                    State.WAITING,
                    waiting.askedAt(),
                    waiting.kind(),
                    waiting.attempts(),
                    waiting.dueAt(),
                    null))
        .orElseGet(() -> last == null ? idle : of(last));
  }

  private static ProvisioningStatus of(Ended last) {
    return switch (last.outcome()) {
      case DONE -> done(last.at());
      case FAILED ->
          new ProvisioningStatus(State.FAILED, last.at(), last.kind(), null, null, last.code());
    };
  }
}
